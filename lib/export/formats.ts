export const exportFormats = ["csv", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Carries about how many rows will come, where that is known beforehand. */
export const ROWS_ABOUT_HEADER = "x-guildhall-rows-about";

/** The rows of a sheet in Excel, LibreOffice and Google Sheets, its heading included. */
export const SHEET_ROWS = 1_048_576;
