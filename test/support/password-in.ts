// Reads a temporary password off the modal that shows it.

/** @param modal the view as JSON @throws if it shows none */
export function passwordIn(modal: string): string {
  const found = /`([^`]+)`/.exec(modal)?.[1];
  if (found === undefined) throw new Error(`No password in ${modal}`);
  return found.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
