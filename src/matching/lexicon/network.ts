// Lexicon: networks, servers, mail and security. Data only.
import type { Concept } from './concept.ts';

export const NETWORK: readonly Concept[] = [
  {
    name: 'vpn-or-wifi',
    weight: 1,
    phrases: `
      $net; cannot connect|connecting;
      reach|access|open|get + server|files|drive|company|office + travel|travelling|home|abroad|hotel|
      outside|remotely|train; remote|remotely access|connection|connect|work|working|connecting;
      access|connect|work|signin remotely;
      connect|connecting|connection|access|reach|reaching|get|join|no|$cannot|slow|lose|bandwidth|drop|
      unstable|disconnect|disconnected|signal|poor|intermittent + $network;
      connect|connecting|connection + office|home|outside|company|corporate|work|tower|floor|building|
      guest|remote|remotely|tunnel; access|accessing|connect from outside|home|abroad|hotel;
      connection issue|problem|trouble|drops|lost|dropping|failed|unstable; tunnel;
      $network + access|connection|down|slow|not|connectivity|bandwidth|speed|lost|drops|issue|problem|
      unavailable|cable|password; connectivity; internet; rdp;
      work|working home + connect|access|cannot|network|server|server|files|drive;
      get|dial online|in from|home|outside; remote desktop; outside network; secure connection|tunnel;
      get online; hotspot; citrix + connect|access|connection; network_drive_home;
      home office + connect|access|network; no signal; lan cable`,
    unless: `
      wifi printer|printers|scanner|mouse|keyboard|headset|headphones|earbuds|speaker|charger|=charging|
      presenter|camera|doorbell|thermostat|tv|projector;
      printer|printers|mouse|headset|tv|projector + wifi|connect|network|connection;
      network_drive|network_folder|network_printer|social_network; bluetooth;
      internet_banking|internet_explorer|download_speed_test; database|sql|server connection|connect;
      teams|zoom + call|audio|meeting; connection string; linkedin; data connection excel;
      remote control|mouse|access_trojan; phone signal|charger; remote support session;
      train|flight connection; network + socket|sockets|port|ports|point|points|=cabling;
      connect|connection|connecting + outlook|monitor|screen|phone|bluetooth|printer|projector|teams|zoom|
      usb|display|sharepoint|onedrive; outlook connect;
      oracle|sap|salesforce|outlook|exchange connection|connect; install|reinstall; sim|roaming`,
    over: 'signin-trouble password app-access access-request guest-user software computer internet-outage computer-slow folder-access mobile-device password-expired',
  },
  {
    name: 'vpn',
    weight: 0.4,
    phrases: `
      vpn|anyconnect|globalprotect|forticlient|openvpn|wireguard|tunnel;
      remote|remotely access|connection|work|working; from|outside home|outside|abroad`,
  },
  {
    name: 'wifi',
    weight: 0.4,
    phrases: 'wifi|ssid|hotspot|eduroam',
    unless: 'mouse|keyboard|headset|printer|charger|=charging|presenter|earbuds|speaker',
  },
  {
    name: 'internet-outage',
    weight: 0.8,
    phrases: `
      internet|network|broadband|site|office + down|outage|offline|out;
      no internet + office|site|everyone|whole`,
    unless: 'vpn',
  },
  {
    name: 'outage',
    weight: 0.9,
    phrases: `
      outage; major incident;
      everyone|everybody|all_users|whole_office|nobody + cannot|down|affected|unable|offline|work;
      server|system|site down`,
  },
  {
    name: 'server',
    weight: 0.9,
    phrases: `
      server|servers|vm|hypervisor|vmware|hyper-v|esxi|domain_controller|cluster + down|reboot|restart|
      disk|slow|offline|patch|maintenance|memory|cpu|new|space|not`,
  },
  {
    name: 'firewall',
    weight: 0.9,
    phrases: `
      firewall|port_open|open_port|ip_whitelist|whitelist|allowlist|nat|blocked_website|url_blocked|
      unblock_website|unblock_site; website|site|page|url blocked|unblock|whitelist`,
  },
  {
    name: 'certificate',
    weight: 1,
    phrases: `
      certificate|certificates|ssl|tls + renew|renewal|expire|expired|expiring|install|new|error|warning`,
    unless: 'training|course|award|birth',
    over: 'license',
  },
  {
    name: 'dns',
    weight: 1,
    phrases: 'dns|domain_name|a_record|cname|mx_record|txt_record|spf|dkim|dmarc|nameserver',
  },
  {
    name: 'switch-port',
    weight: 0.8,
    phrases: 'network|ethernet|wall port|socket|jack|switch|patch; patch panel|port; network point',
  },
  { name: 'email', weight: 0.35, phrases: 'email|outlook|mailbox|inbox|exchange|gmail' },
  {
    name: 'email-trouble',
    weight: 0.9,
    phrases: `
      email|emails|outlook|mailbox|message|inbox + not|cannot|error|slow|stuck|bounce|bounced|crash|broken|
      weird|missing|disappeared|rejected|undelivered|delayed|stop|stopped|freeze|problem|wrong|loading|
      load|sync|send|receive|issue; not|cannot send|receive|receiving|sending email|emails|message|mails`,
    unless: 'password|mailing_list|distribution_list',
    over: 'email app-trouble software',
  },
  {
    name: 'mailbox-size',
    weight: 1,
    phrases: 'mailbox|inbox|email|outlook + full|size|quota|storage|space|archive|increase|limit|bigger',
    over: 'email email-trouble mailbox-access group-membership',
  },
  {
    name: 'mail-restore',
    weight: 0.9,
    phrases: 'restore|recover|retrieve|undelete + email|emails|mailbox|message',
    over: 'email',
  },
  {
    name: 'out-of-office',
    weight: 1,
    phrases: 'out_of_office|ooo|auto_reply|automatic_reply|autoreply|vacation_responder|autoresponder',
    over: 'email leave-request',
  },
  {
    name: 'calendar',
    weight: 0.9,
    phrases: `
      calendar|calendars + share|access|permission|view|see|invite|sync|not|delegate|open;
      meeting room|rooms book|booking|resource`,
    over: 'access-request email',
  },
  {
    name: 'spam',
    weight: 0.9,
    phrases: `
      spam|junk|quarantine|blacklisted|blocklist + email|release|emails|folder|message|getting|sender|
      filter|domain; block sender|domain; unwanted email|emails; release quarantine`,
    over: 'email email-trouble',
  },
  {
    name: 'phishing',
    weight: 1,
    phrases: `
      real|legit|legitimate|genuine|fake + email|message;
      phishing|phish|scam|spoof|spoofed|spoofing|smishing;
      suspicious|strange|fake|dodgy|weird|odd|fraudulent + email|link|attachment|message|invoice|sms|call|
      caller; clicked + link|attachment; ceo fraud|gift_card`,
    over: 'email email-trouble password spam',
    unless: 'signin|activity|account',
  },
  {
    name: 'malware',
    weight: 1,
    phrases: `
      virus|malware|ransomware|trojan|spyware|adware|worm|infection; files encrypted; ransom note;
      popups say`,
    over: 'antivirus install computer',
  },
  {
    name: 'data-leak',
    weight: 1,
    phrases: 'data|information breach|leak|loss; wrong recipient|person + email|sent; gdpr',
  },
  {
    name: 'backup',
    weight: 1,
    phrases: `
      backup|backups|veeam|datto|acronis|snapshot + fail|failed|job|run|restore|missing|check|error|alert;
      backup`,
  },
  {
    name: 'file-restore',
    weight: 1,
    phrases: `
      restore|recover|undelete|deleted|lost|missing|disappeared|previous_version + file|files|folder|
      document|documents|spreadsheet`,
  },
  {
    name: 'disk-space',
    weight: 0.9,
    phrases: 'disk|drive|storage|c_drive|hard_drive|volume + full|space|low|increase|out|more',
  },
  { name: 'alert', weight: 0.5, phrases: 'alert|alarm|monitoring|rmm|threshold|critical' },
  {
    name: 'travel',
    weight: 0.4,
    phrases: 'travel|travelling|abroad|trip|conditional_access|foreign_country',
  },
];
