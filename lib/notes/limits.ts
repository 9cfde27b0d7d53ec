/** As long as `notes.note_content`. */
export const longestNote = 2000;
