// Programs and services that people name in small letters as well ("excel", "teams"). Data only; whether a client has one is
// asked of its systems.
const PRODUCTS: ReadonlySet<string> = new Set(
  `7zip access acrobat adobe anydesk asana atlassian autocad azure bitwarden box canva chrome citrix confluence
  copilot crm datev dropbox edge entra erp evernote excel exchange facebook figma firefox forms github gitlab gmail google
  hubspot illustrator indesign instagram intune jira jabber keepass lastpass lexware linkedin m365 matlab mailchimp
  microsoft miro netflix notepad notion o365 office office365 okta onedrive onenote outlook paypal photoshop planner
  postman power powerbi powerpoint project publisher python quickbooks sage salesforce sap servicenow sharepoint
  skype slack snagit spotify sql tableau teams teamviewer tiktok trello twitter visio vlc vscode webex whatsapp winzip
  workday xing youtube zendesk zoom amazon apple ebay steam`.split(/\s+/),
);

export function isProduct(word: string): boolean {
  return PRODUCTS.has(word.toLowerCase());
}
