import type { Server } from "node:http";
import { WebSocketServer } from "ws";
import type { ClientSettings } from "../state";
import { Connection } from "./connection";
import type { Gateway } from "./gateway";

/** Discord takes frames of up to 4 KiB; this is lenient. */
const maxPayload = 16 * 1024;

/** Lets the HTTP server take WebSockets at `/gateway`; answers how to end them all. */
export function serveGateway(server: Server, gateway: Gateway, client: ClientSettings): () => void {
	const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload });
	server.on("upgrade", (request, socket, head) => {
		const { pathname } = new URL(request.url ?? "/", "http://simulator");
		if (pathname !== "/gateway" && pathname !== "/gateway/") {
			socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
			return;
		}
		sockets.handleUpgrade(request, socket, head, (webSocket) => {
			new Connection(gateway, client, webSocket, socket);
		});
	});
	return () => {
		for (const socket of sockets.clients) socket.terminate();
	};
}
