// Whether a message corrects what its writer asked for a moment ago: "no wait, PDF Reader", "sorry, I meant Friday", "Newsletter
// instead". It reads the words only; whether they fit a request is asked elsewhere.

const MAX_CHARS = 200;
/** Alone they say nothing: "sorry, my printer is jammed". */
const SIGH =
  '(?:(?:oh|oops|ups|uups|sorry|apologies|pardon|hm+|ah|argh|hey|please|d[ée]sol[ée]e?|entschuldigung)[\\s,.:;!–-]+)*';
const OPENS = new RegExp(
  `^${SIGH}(?:(?:no(?! (?:problem|worries|rush|hurry|idea|one|need|longer|thanks|thank|more|access|news|way|matter|luck|internet)\\b)|nope|wait|hang on|hold on|correction|my mistake|my bad|scratch that|not that(?: one)?|actually|rather|better|(?:i|we) (?:actually |really )?mean[t]?|i wanted to (?:say|write)|make (?:it|that)|nein|warte|doch lieber|ich meinte|non|attendez|attends|plut[oô]t|je voulais dire)(?=[\\s,.:;!–-])[\\s,.:;!–-]*)+`,
  'iu',
);
const INSTEAD = /^(.{2,80}?),? (?:instead|please instead|rather|stattdessen|à la place)[\s.!]*$/iu;
/** More is wanted, and nothing taken back. */
const MORE = /\b(?:also|too|as well|additionally|both|auch|aussi)\b/iu;

/** @returns what is meant instead, in the writer's words; undefined for what corrects nothing */
export function correctionIn(text: string): string | undefined {
  const said = text.trim();
  if (said.length > MAX_CHARS || MORE.test(said)) return undefined;
  const opened = OPENS.exec(said)?.[0];
  const rest = opened === undefined ? said : said.slice(opened.length);
  const instead = INSTEAD.exec(rest)?.[1];
  if (opened === undefined && instead === undefined) return undefined;
  const meant = (instead ?? rest).replace(/[\s.!]+$/u, '').trim();
  return meant === '' ? undefined : meant;
}

const DAY =
  /\b(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}\.?(?:[./]?\d{2,4})?)(?![\w/])/giu;
const HOUR = /\b(?:at )?(?:\d{1,2}(?::\d{2})? ?(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}:\d{2}|noon|midnight)(?!\w)/giu;

/** The request with the day or hour that is meant instead; undefined unless each names one of it. */
export function withTime(request: string, meant: string): string | undefined {
  let corrected = request;
  for (const kind of [DAY, HOUR]) {
    const [before, now] = [request.match(kind) ?? [], meant.match(kind) ?? []];
    if (now.length === 0) continue;
    const [was, is] = [before[0], now[0]];
    if (before.length !== 1 || now.length !== 1 || was === undefined || is === undefined) return undefined;
    corrected = corrected.replace(was, is);
  }
  return corrected === request ? undefined : corrected;
}
