// Lexicon: printers, computers, phones and what is plugged into them. Data only.
import type { Concept } from './concept.ts';

export const DEVICES: readonly Concept[] = [
  {
    name: 'printer',
    weight: 1,
    phrases:
      'printer|printers|print|prints|printed|toner|cartridge|mfp|photocopier|copier|plotter|ink|spooler',
    unless: '3d; footprint; screen',
    over: 'install access-request folder-access vpn-or-wifi',
  },
  {
    name: 'print-stuck',
    weight: 0.5,
    phrases: `
      stuck|jam|jammed|spooler|queue|hang|hung|pending|not|offline|nothing|never|stop|stopped|pause|error|
      wont + printer|print|printers|prints|printing|document|copier; print|printer job|jobs|queue|spooler;
      spooler`,
  },
  {
    name: 'toner',
    weight: 0.6,
    phrases: 'toner|cartridge|ink|paper_tray|drum + low|empty|replace|order|new|out|need',
  },
  {
    name: 'scanner',
    weight: 0.9,
    phrases: 'scanner|scan|scanning|scan_to_email',
    unless: 'qr|virus|port|vulnerability',
    over: 'printer print-stuck',
  },
  {
    name: 'new-equipment',
    weight: 0.8,
    phrases: `
      new|order|purchase|buy|need|want|request|replace|replacement|extra|additional|second|spare + laptop|
      computer|monitor|keyboard|mouse|headset|dock|docking|webcam|charger|screen|tablet|ipad|hardware|
      equipment|cable|adapter|bag|hub|ram|memory|phone`,
    over: 'hardware',
  },
  {
    name: 'hardware',
    weight: 0.4,
    phrases: `
      laptop|monitor|keyboard|mouse|headset|dock|docking|webcam|charger|battery|hinge|fan|touchpad|
      trackpad|usb|hdmi|adapter|speaker|microphone|ram|memory|ssd|motherboard`,
  },
  { name: 'computer', weight: 0.35, phrases: 'computer|laptop|machine|pc|desktop|tablet|chromebook' },
  {
    name: 'computer-slow',
    weight: 0.9,
    phrases: `
      slow|sluggish|lag|laggy|lagging|freeze|freezes|frozen|hang|hangs + computer|laptop|machine|pc|
      everything|system; slow computer`,
    over: 'computer',
  },
  {
    name: 'computer-dead',
    weight: 0.9,
    phrases: `
      blue_screen|bsod|black_screen|not_boot|not_start|not_turn_on|wont_start|no_power|dead + computer|
      laptop|machine|screen; bsod; blue screen;
      not|never boot|turn_on|power|start|charge + computer|laptop|machine`,
    over: 'computer',
  },
  {
    name: 'monitor',
    weight: 0.8,
    phrases: `
      monitor|monitors|display|screen|external_screen + flicker|flickering|black|not|second|resolution|
      blank|connect|detect|hdmi|cable|broken`,
  },
  {
    name: 'peripheral',
    weight: 0.7,
    phrases: 'mouse|keyboard|headset|webcam|docking_station|dock|headphones|microphone|speaker|usb',
  },
  {
    name: 'battery',
    weight: 0.8,
    phrases: 'battery|batteries|charger|=charging + replace|dead|drain|swollen|not|new|low|laptop',
  },
  { name: 'mobile-device', weight: 0.5, phrases: 'phone|tablet|ipad|sim|esim; intune; company_portal; mdm' },
  {
    name: 'phone-line',
    weight: 0.8,
    phrases: `
      extension|voicemail|desk_phone|voip|call_forwarding|hunt_group|ring_group|auto_attendant|softphone|
      caller_id; forward calls; phone number|line|system; sim card; roaming`,
  },
  {
    name: 'lost-device',
    weight: 0.8,
    phrases: 'lost|lose|stolen|steal|left|missing|misplace + laptop|computer|phone|tablet|device|ipad',
    over: 'hardware computer',
  },
  {
    name: 'meeting-room',
    weight: 0.8,
    phrases: 'meeting|conference|board room; projector|room tv|screen|display; boardroom; clickshare',
  },
  { name: 'encryption', weight: 0.9, phrases: 'bitlocker|filevault|recovery_key|encryption|encrypt|decrypt' },
];
