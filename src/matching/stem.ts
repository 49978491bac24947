// A light English stemmer for help-desk words. It only has to send the forms of one word to one key; it is no
// linguist, and the keys are never shown to people.

/** `key=form,form`; a word that is its own key is protected from the rules below. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `forget=forgot,forgotten lose=lost,losing leave=left,leaves break=broke,broken steal=stole,stolen
  buy=bought get=got,gotten send=sent give=gave,given go=went,gone,going,goes quit=quit,quitting
  begin=began,begun spend=spent write=wrote,written take=took,taken come=came keep=kept
  freeze=froze,frozen tell=told shut=shut hang=hung stick=stuck throw=thrown,threw pay=paid see=seen,saw
  know=knew,known person=people,persons mouse=mice news=news access=access business=business
  status=status,statuses analysis=analysis virus=virus,viruses process=process wireless=wireless
  always=always address=address is=is was=was this=this has=has does=does it=its various=various
  previous=previous suspicious=suspicious anonymous=anonymous malicious=malicious
  install=installer,installation,installations reinstall=reinstallation subscription=subscriptions
  enrol=enrollment,enrolment,enroll,enrolled,enrolling
  reenrol=reenrollment,reenrolment,reenroll,reenrolled member=membership,memberships remove=removal
  renew=renewal,renewals depart=departure,departures resign=resignation terminate=termination
  approve=approval delete=deletion recover=recovery thing=thing nothing=nothing something=something
  anything=anything everything=everything during=during morning=morning evening=evening
  meeting=meeting,meetings string=string spring=spring bring=bring need=need,needs,needed speed=speed
  feed=feed embed=embed bed=bed red=red hundred=hundred unused=unused expire=expiry,expiration,expires
  book=booking bill=billing time=timing share=shared,sharing onboard=onboarding offboard=offboarding
  entry=entries starter=starter print=printing pause=paused`
    .split(/\s+/)
    .flatMap((entry) => {
      const [key = '', forms = ''] = entry.split('=');
      return forms.split(',').map((form) => [form, key] as const);
    }),
);

/** The key of one lower-case word. Words of three letters or fewer and words with digits stay as they are. */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return dropFinalE(irregular);
  if (word.length <= 3 || /\d/.test(word)) return word;
  return dropFinalE(dropVerbEnding(dropNounEnding(dropPlural(word))));
}

function dropPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

function dropVerbEnding(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  let base = word;
  if (word.endsWith('ing') && word.length > 5) base = word.slice(0, -3);
  else if (word.endsWith('ed') && word.length > 4) base = word.slice(0, -2);
  else return word;
  if (!/[aeiouy]/.test(base)) return word;
  const last = base.at(-1) ?? '';
  return last === base.at(-2) && !'lsz'.includes(last) ? base.slice(0, -1) : base;
}

function dropNounEnding(word: string): string {
  for (const ending of ['ation', 'ating', 'ated', 'ate']) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) return word.slice(0, -ending.length);
  }
  return word.endsWith('ction') && word.length >= 8 ? word.slice(0, -3) : word;
}

function dropFinalE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}
