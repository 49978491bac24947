// Whether a request adds or removes. It answers `unclear` rather than choosing.

export type Direction = 'add' | 'remove' | 'move' | 'unclear';

const ADDS =
  /\b(?:add(?:ed|ing)?|join(?:ing)?|includ(?:e|ed)|invite|enrol|enroll|subscribe|put|give|grant(?:ed)?|assign|access to|be (?:in|on|part of)|member of|need(?:s)? (?:the|to be in|to be on|access|an?)|get (?:me |us )?(?:in|on|into|onto|access)|want (?:to be )?(?:in|on)|licen[cs]e|(?:should|must) be (?:in|on)|start receiving|request(?:ing)? access)\b/i;
const REMOVES =
  /\b(?:remov(?:e|ed|ing)|delet(?:e|ed)|take (?:\S+ ){1,4}(?:off|out|away)|tak(?:e|en) off|drop(?:ped)?|kick|unsubscribe|revok(?:e|ed|ing)|withdraw|leave the|(?:get|got) (?:\S+ ){1,3}(?:off|out of)|no longer (?:in|on|needs?|be|use[sd]?|want)|stop (?:receiving|getting)|(?:don'?t|do not|doesn'?t|does not|no longer) (?:need|want)|off the|out of the)\b/i;
const MOVES = /\b(?:mov(?:e|ed|ing)|switch(?:ed)?|transfer(?:red)?|change)\b/i;

export function directionOf(text: string): Direction {
  const adds = ADDS.test(text);
  const removes = REMOVES.test(text);
  if (!removes && MOVES.test(text) && /\bfrom\b/i.test(text) && /\b(?:to|into)\b/i.test(text)) return 'move';
  // "remove my access to": taking away is the stronger word, unless both verbs stand in the message.
  if (removes) return /\b(?:add(?:ed)?|join|invite|grant|assign)\b/i.test(text) ? 'unclear' : 'remove';
  return adds ? 'add' : 'unclear';
}
