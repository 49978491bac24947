// Whether a message reports something that looks like an attack. Such a ticket is urgent and goes to a person: nothing is reset, so
// that no trace is lost and no thief is helped.

const SIGNS: readonly RegExp[] = [
  /\b(?:clicked|opened|tapped|followed|entered|typed|gave|submitted|filled in|scanned)\b.{0,60}\b(?:phishing|suspicious|fake|strange|weird|dodgy|scam|fraud\w*|link|attachment|qr[ -]?code)\b/i,
  /\b(?:phishing|phished|ransom(?:ware)?|malware|trojan|virus|keylogger|spyware|scam(?:med)?|fraud\w*|data (?:breach|leak)|been hacked|got hacked|hacked|hacker|compromised|spoof(?:ed|ing)?)\b/i,
  /(?<!\b(?:could|can|would|will|may|please|maybe|if|should|might|need|want) )\b(?:some(?:body|one)|a stranger|an? (?:unknown|other) person|they|who(?:ever)?|not me(?: who)?)\b(?: (?:else|has|have|is|just|must have|may have|seems to have|apparently|probably|keeps?)){0,3} (?:changed|reset|resetting|used|using|guess\w*|knows|stole|stolen|logged (?:in(?:to)?|on)|signed in(?:to)?|got into|accessed|took over|read|reading|sending|sent|broke into|has access to)\b.{0,30}\b(?:my|our|account|password|mailbox|mail|e-?mails?|computer|laptop|pc|mfa|phone)\b/i,
  /\b(?:mfa|2fa|authenticator|verification|sign-?in|log-?in|approval|approve|push)\b.{0,30}\b(?:prompts?|requests?|notifications?|codes?|messages?|pop-?ups?|push(?:es)?|texts?)\b.{0,80}\b(?:did(?:n't| not)|have(?:n't| not)|never|not (?:me|mine|asked|requested)|without (?:me|asking)|unasked|unexpected|out of nowhere|all (?:night|day)|keep(?:s)? coming|by itself|i'm not|am not)\b/i,
  /\b(?:keep|keeps|keeps sending|getting|receiving|bombarded|flooded|(?:got|received|had) (?:an?|some|several|many|lots of|two|three|a lot of))\b.{0,12}\b(?:mfa|2fa|authenticator|verification|sign-?in)\b.{0,20}\b(?:prompts?|requests?|codes?|notifications?|push(?:es)?)\b/i,
  /\b(?:my|our) (?:laptop|phone|computer|bag|badge|tablet|ipad)\b.{0,30}\b(?:was|is|got|been|were) (?:just )?stolen\b|\bstole my (?:laptop|phone|computer|tablet)\b/i,
  /\bwithout (?:me |my )?(?:asking|knowing|permission|knowledge|consent)\b/i,
  /\b(?:pay|bought|buy|bitcoin|gift cards?|transfer)\b.{0,60}\b(?:ceo|boss|director|urgent(?:ly)?)\b.{0,40}\b(?:mail|email|message|text)/i,
  /\bmy account (?:is|was|has been) (?:sending|used|misused|abused|taken over)/i,
];

/** As much as a message can have. */
const MAX_CHARS = 12_000;

export function securityReport(message: string): boolean {
  const text = message
    .slice(0, MAX_CHARS)
    .normalize('NFKC')
    .replace(/[’ʼ`´‘]/g, "'");
  return SIGNS.some((sign) => sign.test(text));
}
