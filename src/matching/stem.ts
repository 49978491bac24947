// A light English stemmer for help-desk words. It only has to send the forms of one word to one key; it is no
// linguist, and the keys are never shown to people.

const IRREGULAR: Readonly<Record<string, string>> = {
  forgot: 'forget', forgotten: 'forget', lost: 'lose', losing: 'lose', left: 'leave', broke: 'break',
  broken: 'break', stole: 'steal', stolen: 'steal', bought: 'buy', got: 'get', gotten: 'get', sent: 'send',
  gave: 'give', given: 'give', went: 'go', gone: 'go', going: 'go', goes: 'go', quit: 'quit', quitting: 'quit',
  began: 'begin', begun: 'begin', spent: 'spend', wrote: 'write', written: 'write', took: 'take',
  taken: 'take', came: 'come', kept: 'keep', froze: 'freeze', frozen: 'freeze', told: 'tell', shut: 'shut',
  hung: 'hang', stuck: 'stick', thrown: 'throw', threw: 'throw', paid: 'pay', seen: 'see', saw: 'see',
  knew: 'know', known: 'know', people: 'person', persons: 'person', mice: 'mouse', news: 'news', access: 'access',
  business: 'business', status: 'status', statuses: 'status', analysis: 'analysis', virus: 'virus', viruses: 'virus',
  process: 'process', wireless: 'wireless', always: 'always', address: 'address', is: 'is', was: 'was', this: 'this',
  has: 'has', does: 'does', its: 'it', various: 'various', previous: 'previous', suspicious: 'suspicious',
  anonymous: 'anonymous', malicious: 'malicious', leaves: 'leave', installer: 'install', installation: 'install',
  installations: 'install', reinstallation: 'reinstall', subscriptions: 'subscription',
  enrollment: 'enrol', enrolment: 'enrol', enroll: 'enrol', enrolled: 'enrol', enrolling: 'enrol',
  reenrollment: 'reenrol', reenrolment: 'reenrol', reenroll: 'reenrol', reenrolled: 'reenrol',
  membership: 'member', memberships: 'member', removal: 'remove', renewal: 'renew', renewals: 'renew',
  departure: 'depart', departures: 'depart', resignation: 'resign', termination: 'terminate', approval: 'approve',
  deletion: 'delete', recovery: 'recover', thing: 'thing', nothing: 'nothing', something: 'something',
  anything: 'anything', everything: 'everything', during: 'during', morning: 'morning', evening: 'evening',
  meeting: 'meeting', meetings: 'meeting', string: 'string', spring: 'spring', bring: 'bring',
  need: 'need', needs: 'need', needed: 'need', speed: 'speed', feed: 'feed', embed: 'embed', bed: 'bed', red: 'red',
  hundred: 'hundred', unused: 'unused', expiry: 'expire', expiration: 'expire', expires: 'expire',
  booking: 'book', billing: 'bill', timing: 'time', shared: 'share', sharing: 'share', onboarding: 'onboard',
  offboarding: 'offboard', entries: 'entry', starter: 'starter', printing: 'print', paused: 'pause',
};

/** The key of one lower-case word. Words of three letters or fewer and words with digits stay as they are. */
export function stem(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
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
