"use client";

import { useChannelColumns } from "@/components/channels/channel-columns";
import { TableSkeleton } from "@/components/layout/table-skeleton";

/** The outline of the channels. */
export function ChannelTableSkeleton() {
	return <TableSkeleton columns={useChannelColumns()} />;
}
