// Reads a temporary password off the modal that shows it, and unlocks texts of Slack's markup for comparing.

/** @param modal the view as JSON @throws if it shows none */
export function passwordIn(modal: string): string {
  const found = /`([^`]+)`/.exec(modal) ?? /"code":true[^}]*\}[^"]*"text":"([^"]+)"/.exec(modal);
  if (found?.[1] === undefined) throw new Error(`No password in ${modal}`);
  return found[1].replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
