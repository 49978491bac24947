// Whether the password, account or lock that a clause speaks of belongs to something else than the person's work account: a bank, an
// alarm, a file. Known words are the exception here: whatever qualifies the thing and is not known to mean the work account counts
// as another system.

const THING =
  /\b(?:passwords?|passcode|passphrase|pw|pwd|pass ?word|credentials|log-?ins?|logon|accounts?|user ?name|pins?|codes?|mfa|2fa)\b/giu;
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
/** May stand before the thing without naming another system. */
const OWN = words(
  'my the a an new old own current our his her their your this that it its windows window computer laptop pc desktop mac macbook machine work working office office365 o365 m365 microsoft microsoft365 365 ms ad active directory domain entra azure network user users login log-in logon sign-in signin account email e-mail mail outlook company corporate firm temporary temp forgotten forgot expired lost locked main normal again only first staff same wrong right correct long complicated damn bloody stupid previous last latest good entire whole mfa 2fa password pw me him us them dental legal acme birch business regular usual standard fresh valid another one',
);
const VERBS = words(
  "reset resets resetting re-set change changes changed changing forgot forget forgets forgotten remember remembered recall know knows need needs want wants lost lose set renew renewed update updated expired unlock unlocked unblock locked lock blocked enter entering type typed typing use using used have has had get got give with without of about and or for to in into is was be request requesting requested help please pls plz urgent urgently hi hello hey asap on by via from not no any some than as like when if because but so also just kindly sorry thanks regarding concerning after before again could can would do does did you i we disable disabled enable create created remove delete deactivate close open reopen access i'm am are been being keeps keep still now today issue problem trouble incident recover retrieve restore register re-register setup which what whats what's that's who whose why how enrol enroll remove send sent told tell ask asked see saw check checked this these those all both every each other's user's users' locking locks out clear cleared remind reminded wiped wipe activate activated deactivated reactivate stop stopped",
);
const OWN_PLACE =
  /^(?:(?:my|the|his|her|their|our|your|a|an|this|that|work|new|own|old|company|corporate|office)\s+)*(?:(?:windows|work|office|microsoft|company|corporate|domain|ad|user|e-?mail|staff)\s+)*(?:account|accounts|laptop|computer|pc|desktop|mac|macbook|machine|windows|office|office ?365|o365|m365|microsoft(?: 365)?|outlook|work|login|log-?in|logon|sign-?in|user|username|e-?mail|mail|mailbox|teams|network|domain|company|me|myself|mine|us|him|her|them|colleague|co-?worker|employee|assistant|intern|trainee|boss|manager|user|person|authenticator|keyboard|morning|afternoon|evening|night|weekend|holidays?|vacation|leave|yesterday|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|days?|weeks?|hours?|minutes?|ages|some time|a while|(?:a|an|one|two|three|four|five|\d+)(?: few| couple of)? (?:minutes?|hours?|days?|weeks?|months?|years?|times?|while|bit|moment|long)|least|last|first|once|all|now|future|advance|time|hand|no|reason|too many|because|being|security|good)\b/iu;
/** Where a second factor lives; a password of one of these is its own. */
const FACTOR_PLACE =
  /^(?:(?:my|the|his|her|their|a|an|new|old|other)\s+)*(?:phone|iphone|mobile|handset|smartphone|tablet|device)\b/iu;
/** A name (of somebody), an address or a label: who that is, is asked of the directory. */
const NAME = /^(?:(?:mr|mrs|ms|dr)\.?\s+)?(?:@?[\p{Lu}][\p{L}'’-]*|[^\s@]+@[^\s@]+)/u;
const ELSEWHERE =
  /\b(?:websites?|portal|web ?shop|shop|panel|alarm|door|gate|safe|building|wi-?fi|wlan|router|guest|hotspot|bank|banking|e-?banking|paypal|netflix|spotify|facebook|instagram|insta|whatsapp|tiktok|linkedin|twitter|gmail|g-?mail|hotmail|yahoo|icloud|apple id|google|amazon|ebay|playstation|xbox|steam|school|university|kids?|private|personal|home|router|voicemail|voice mail|zip|pdf|excel|word|spreadsheet|document|file|archive|folder|usb|stick|drive|bios|bitlocker|sim|credit card|card|copier|scanner|machine in|coffee|tv|telly|camera|cctv|nas|server room|supplier|vendor|insurance|tax|elster|dhl|ups|parking|gym|app store|play store|itunes|zoom|dropbox|slack|github|jira|salesforce|crm|erp|sap|booking|airline|train|forum|newsletter|customer|client's|patient|game|museum|library)\b/iu;

/** Nothing of these is the desk's, wherever in the sentence it stands. */
const PRIVATE =
  /\b(?:private|g-?mail|hotmail|yahoo|icloud|apple id|facebook|instagram|whatsapp|netflix|spotify|paypal|ebay|amazon|linkedin|playstation|xbox|bank|banking|school|university)\b/iu;

/** In any language: names like these are the same in all of them. */
export function namesPrivateThing(text: string): boolean {
  return PRIVATE.test(text);
}

/** @param clause as written */
export function speaksOfOtherSystem(clause: string): boolean {
  if (PRIVATE.test(clause)) return true;
  for (const match of clause.matchAll(THING)) {
    const thing = match[0].toLowerCase();
    if (/^(?:pins?|codes?)$/.test(thing)) {
      if (
        /\b(?:pin|code)\b/iu.test(clause) &&
        !/\b(?:authenticator|mfa|2fa|verification|sign-?in)\b/iu.test(clause)
      )
        return true;
      continue;
    }
    const before = clause.slice(0, match.index).trimEnd().split(/\s+/).slice(-2);
    if (before.some((word, at) => isForeign(word, at === before.length - 1))) return true;
    const after = clause.slice(match.index + match[0].length);
    for (const place of after.matchAll(/\b(?:for|of|to|on|in|into)\s+(?=(.{1,60}))/giu))
      if (!(/^[m2]fa$/.test(thing) && FACTOR_PLACE.test(place[1] ?? '')) && isElsewhere(place[1] ?? ''))
        return true;
  }
  const lockedOut = /\block(?:ed|s|ing)?\s+(?:\w+\s+)?out\s+of\s+(.{1,60})/iu.exec(clause)?.[1];
  return lockedOut !== undefined && isElsewhere(lockedOut);
}

/** @param isLast it stands right before the thing, and so says whose it is */
function isForeign(word: string, isLast: boolean): boolean {
  const plain = word.toLowerCase().replace(/^["'(]+|["'),!.:]+$/g, '');
  if (plain === '' || OWN.has(plain) || VERBS.has(plain)) return false;
  if (ELSEWHERE.test(plain)) return true;
  // "Dana's password", "dana.reyes@… account": a person, whom the directory knows or not.
  if (/'s?$|s'$/.test(plain) || plain.includes('@')) return false;
  if (isLast && /^[\p{L}-]{3,}$/u.test(plain)) return true;
  if (/^\p{Lu}/u.test(word)) return false;
  return /^[\p{L}-]{3,}$/u.test(plain) && COMPOUND.has(plain);
}

/** Things that have a password of their own, as the word before it. */
const COMPOUND = words(
  'wifi wi-fi wlan router alarm bank banking facebook instagram netflix spotify paypal amazon google gmail icloud apple website portal shop billing supplier vendor door safe voicemail pdf zip excel file bios bitlocker usb guest printer scanner copier camera nas server database sql admin root tv school game steam playstation xbox linkedin twitter insurance tax parking private family child kids mother father son daughter wife husband game customer patient vpn zoom dropbox slack github jira salesforce crm erp sap ledger booking phone sim card screen lock tablet ipad panel coffee',
);

function isElsewhere(place: string): boolean {
  const start = place.trim();
  const near = start.split(/\s+/).slice(0, 5).join(' ');
  if (ELSEWHERE.test(near)) return true;
  if (OWN_PLACE.test(start) || NAME.test(start)) return false;
  // "of the alarm in room 2", "for our billing thing": a thing that nobody here knows.
  return /^(?:the|a|an|our|my|this|that)\s+[\p{L}-]+/iu.test(start);
}
