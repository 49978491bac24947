// The mood of one clause: does it wish, complain, ask, decline, look back, thank, suppose? The order of the questions is the rule;
// whatever fits none of them is a plain statement, and nothing is ever planned from one.
import type { RawClause } from './clauses.ts';
import { DEEDS, DOING, DONE, LEADS, POLITE } from './wish-words.ts';

export type Mood =
  /** Asks for something to be done or given. */
  | 'wish'
  /** Something is wrong now. */
  | 'complaint'
  /** Words without a verb: "password reset", "access to Ledger for Dana". */
  | 'fragment'
  | 'statement'
  | 'question'
  /** Says what is not to be done. */
  | 'denial'
  /** Of the past, or of what somebody said. */
  | 'report'
  | 'condition'
  | 'thanks'
  /** Takes back what was said before it. */
  | 'taken_back';

const re = (source: string) => new RegExp(source, 'iu');
const deed = `(?:${DEEDS})`;

export const AUTOMATIC = re(
  '^(?:(?:fwd?|re|aw|wg|tr|rv)\\s*:\\s*)*(?:automatic reply|auto-?reply|out of (?:the )?office|abwesenheitsnotiz|r[ée]ponse automatique|respuesta autom[áa]tica)\\b',
);
const TAKEN_BACK = re(
  "\\b(?:false alarm|all (?:sorted|fixed|solved|resolved|clear|done|good)\\b|(?:'s|is|was|has|have|had|got) (?:already |since |just |now |been )*(?:dealt with|taken care of|seen to|handled)|(?:scrap|strike|drop|undo|belay) (?:that|it|this)|sorry,? no\\b|actually,? (?:no|not)\\b|leave (?:him|her|it|them|me) (?:in|as|there|alone)|mixed (?:it |that |something )?up|my mistake|by itself|got (?:a |the )?new one|do(?:n'?t| not) do anything|do nothing|never ?mind|nevermind|nvm|forget (?:it|about it|that|my (?:last )?(?:message|request))|scratch that|disregard|ignore (?:that|this|me|(?:my|his|her|their|the) (?:last |earlier |first |previous )?(?:message|request|voicemail|mail|e-?mail|ticket|call))|(?:has|have|had) (?:since |just |now )?(?:found|remembered) (?:it|them|his|her|the)|cancel (?:that|this|it|my (?:request|ticket))|no longer (?:needed|necessary|required|an issue|a problem)|not (?:needed|necessary|required) (?:any ?more|after all)|(?:changed|changes) (?:my|his|her|their|our) minds?|(?:i )?(?:just )?(?:remember(?:ed)?|found|figured|solved|sorted|fixed|got) (?:it|that|them)(?: (?:now|again|out|myself|working|back|sorted|fixed))?$|remember(?:ed)? (?:it|my password) (?:now|again)|(?:it|that|this|everything|all)(?:'s| is| has)? (?:been )?(?:works?|working|fixed|solved|resolved|sorted|good|fine|ok|okay)(?: (?:now|again|already))|(?:works?|working) (?:now|again)|all good(?: now)?|is fine (?:now|again)|i'm (?:back )?in(?: now| again)?$|(?:forget|drop) what i|wrong (?:chat|channel|window|person|number)|meant for (?:someone|somebody)|no,? wait|on second thoughts?)",
);
/** "No, don't.", "Hold off": a refusal that names nothing is of what was wished just before. */
const REFUSED =
  /^(?:(?:no|sorry|please|pls|oh|but|and|actually|well|so|ok|okay)[,\s]+)*(?:(?:do not|don'?t|dont)(?: (?:please|yet|now|bother|proceed|start|go ahead|touch (?:it|that|anything)|(?:do|change|run|execute|send|make) (?:it|that|this|anything)).*)?|hold (?:off|on|it|that).*|(?:not|never) (?:now|yet|today|any ?more|after all)|no|nope|wait|stop(?: (?:it|that|please))?)$|\b(?:rather|better|prefer) not\b|\bhold off\b|\bnot after all\b/;
/** "She can't remember it" takes nothing back. */
const STILL_NOT =
  /\b(?:not|cannot|can'?t|don'?t|doesn'?t|didn'?t|won'?t|isn'?t|never|no longer) (?:\w+ )?(?:remember\w*|know|work\w*|good|fine|ok|find|found|solved|fixed)\b/;
const POLITE_IF = re(
  "^(?:if|when) (?:you|someone|somebody|anyone|(?:it'?s|it is|that'?s|this is) (?:possible|ok|okay|alright|fine|not too (?:much|difficult)|no (?:trouble|bother|problem)|convenient|easy|easier)|possible|not too|at all|you'?d|u)\\b(?! (?:ever|forgot|forget|reset|add|remove|unlock|lock|had|were|was))",
);
const CONDITION = re(
  `^${LEADS}(?:if|in case|unless|suppose|supposing|assuming|imagine|should (?:my|the|i|we|it|he|she|they|anyone|somebody|you)\\b(?! (?:be|have|get))|whenever|what if|when (?:i|we|someone|somebody|people|a|an|the|your|you|my)\\b|once (?:i|we|he|she|they|someone|somebody)\\b|as soon as)\\b|\\bonly (?:want|need|like)\\b.*\\bif\\b|\\bin case (?:i|we|he|she|it|someone|anyone)\\b|\\b(?:would|could) (?:ever|one day)\\b`,
);
const THANKS = re(
  '^(?:(?:ok|okay|great|perfect|super|awesome|brilliant|lovely|cool|wow|oh|many|and|but|hi|hello|hey|a big|big|huge|much|very|well)[\\s,!]*)*(?:thanks|thank (?:you|u|god)|thankyou|thx|tnx|ty|tysm|cheers|kudos|much appreciated|appreciate it|well done|good job|nice work|great (?:job|work|service|help))\\b',
);
/** Declines; what is merely not possible ("I can't get in") is a complaint. */
const NEGATION =
  "(?:do not|don'?t|dont|never|not(?! (?:able|possible|working|accepted|sure|only|yet))|no(?! longer)|please no|stop|without|must not|mustn'?t|should not|shouldn'?t|need not|needn'?t|no need|refrain from|avoid|quit|hold off|instead of|rather than|nobody|none of|neither|nor|did(?: not|n'?t) (?:ask|request|want|need|order|mean)|does(?: not|n'?t) (?:want|need|have to|wish)|why (?:did|do|was|were))";
const REMOVAL = re(
  "\\b(?:do not|don'?t|does not|doesn'?t|no longer|not) (?:want|need|needs|wish|like)\\b.*\\b(?:any ?more|any longer|to be (?:in|on|part of|a member)(?! (?:added|reset)))|\\bno longer (?:needs?|wants?|uses?|requires?|works? (?:here|with us|for us))\\b|\\b(?:should|must|may) (?:not|no longer) (?:have|be (?:in|on|a member|able))\\b|\\bshould(?:n't| not) have access\\b|\\bwant out of\\b",
);
/** "I don't need the reset any more" takes nothing away from anybody. */
const A_DEED =
  /\b(?:re-?set|re-?start|(?:re-?|un)?install\w*|unlock\w*|(?:on|off)boarding|new password|removal|repair|fix|help|ticket|change)\b/;
const ALMOST = /\b(?:almost|nearly|always|never|once) (?:forg[eo]t\w*|lost|locked)\b/;
/** Greets, signs or exclaims, and says nothing. */
const ALOUD =
  /^(?:great|perfect|super|ok|okay|cool|nice|awesome|brilliant|lovely|wow|oh|hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|morning|sorry|well|so|fyi|urgent|hope you are well|hope all is well|(?:hi|hello|hey|dear) (?:all|team|there|everyone|folks|guys|desk|support|it|help ?desk|sir|madam)|(?:best|kind|warm|many)? ?(?:regards|wishes)|br|yours|sincerely|have a (?:nice|good|great) (?:day|evening|weekend))[\s!.,:]*$/;
const DO_NOT_FORGET = re(`\\b(?:do not|don'?t) (?:forget|hesitate) to ${deed}\\b`);
/** What may be the negation's own, so that a deed behind it is not the one that is declined: "I can't log in, reset it". */
const OWN_VERB =
  '(?:work\\w*|log\\w*|sign\\w*|access|open\\w*|connect\\w*|print\\w*|remember|recall|know|accept\\w*|recogni[sz]\\w*|let|see|find|use|have(?! to)|please|pls|so|and|then|but|because|since|as|until|hence|therefore|too|sure|only|long|able|possible|yet\\?)';
const NEGATED_DEED = re(
  `\\b${NEGATION}\\b(?:[\\s,]+(?!${OWN_VERB}\\b)[\\p{L}'’-]+){0,7}?[\\s,]+(?:${DEEDS}|${DONE}|${DOING}|resets?|changes?|unlocks?|installation|removal|licen[cs]es?|access)\\b`,
);
const NO_THING = re(
  '^(?:no|not|without|never)\\b(?! (?:access|longer|idea|internet|wifi|wi-fi|network|connection|sound|signal|rush|hurry|response|network|luck|license|licence|printing|working|able|possible|urgent))',
);
const DECLINED = re(
  "\\b(?:don'?t|do not|no longer|dont|never) (?:want|need|wish|care)\\b|\\b(?:no|not) (?:thanks|thank you)\\b|\\bleave (?:it|my|the|me|everything)\\b.*\\b(?:as (?:it|they) (?:is|are)|alone|unchanged|untouched)|\\bhands off\\b|\\bkeep (?:my|the|it|his|her)\\b.*\\b(?:as|unchanged|same)|\\bcancel\\b|\\babort\\b|\\bundo\\b|\\bnot leaving\\b|\\bwas a mistake\\b|\\bby mistake\\b|\\bpostponed?\\b|\\bno need\\b",
);

const COMPLAINT = re(
  "\\b(?:(?:cannot|can not|can'?t|cant|couldn'?t|could not|unable to|not able to|won'?t|wont|will not|does not|doesn'?t|doesnt|do not|don'?t|dont|did not|didn'?t|is not|isn'?t|isnt|are not|aren'?t|not|no longer|never|fails? to|refuses? to|stopped|keeps?|trouble|problems?|issues?|struggl\\w+)\\b.{0,40}\\b(?:work\\w*|log\\w*|sign\\w*|get(?:ting)? (?:in|into|on)|access\\w*|open\\w*|connect\\w*|print\\w*|remember|recall|know|accept\\w*|recogni[sz]\\w*|respond\\w*|receiv\\w*|let\\w*|tak\\w+|function\\w*|start\\w*|load\\w*|have|see|find|us(?:e|ing)|valid|able|correct|in|asking|crash\\w*|freez\\w*|drop\\w*|fail\\w*|reach\\w*)|(?:is|are|am|'m|'s|been|got|get|getting|gets|keeps?|became|stays?|still)\\b.{0,20}\\b(?:locked|stuck|jammed|broken|expired|blocked|disabled|down|offline|dead|gone|slow|lost|wrong|invalid|rejected|frozen|hung|hanging|out of|unavailable|missing|stolen)|i(?:'ve| have|'m| am)?(?: \\w+){0,2} (?:forgot(?:ten)?|lost|locked|broke(?:n)?|misplaced|mislaid|dropped|smashed|mistyped|mis-typed|blanked)|(?:forgot(?:ten)?|forgets?|lost|locked|expired|locks|locking|forgetting) (?:\\w+ ){0,3}(?:password|passwords|pw|pwd|account|phone|login|log-?in|out|credentials|mfa|authenticator|passcode)|(?:password|pw|pwd|account|login|log-?in|credentials|mfa|phone|printer|queue|screen)(?: \\w+){0,4} (?:forgotten|expired|expires today|locked|stuck|jammed|blocked|rejected|invalid|wrong|incorrect|lost|gone|broken|dead|down)|locked (?:me|him|her|us|them)? ?out|locked-out|lockout|stuck|jam(?:med|s)|paper jam|not working|not printing|crashed|crashes|broke down|went dead|won't budge|has expired|have expired|ran out|too many (?:attempts|tries|wrong|failed)|out of (?:paper|toner)|nothing (?:comes|prints|happens|works))\\b",
);
const LONG_AGO = re(
  '\\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\bfor the record\\b|\\bjust so you know\\b|\\b(?:withdrew|was withdrawn)\\b|\\b(?:account|password|printer|it|i|login) (?:was|were) (?:locked|blocked|stuck|jammed|expired|offline|broken|down)\\b|\\b(?:last (?:year|month|summer|winter|spring|autumn|fall|time|decade|quarter|christmas)|(?:years?|months?|weeks?|decades?) ago|back then|back in|in the past|used to|previously|formerly|once upon|when i (?:started|joined|was)|in (?:19|20)\\d\\d|the other day|at my (?:old|last|previous) (?:job|company)|always forgot|ever forgot)\\b',
);
const PAST = re(
  `\\b(?:yesterday|earlier today|last (?:night|week|month|friday|monday))\\b.*\\b(?:${DONE})\\b|\\b(?:was|were|has been|have been|had been|'s been|got|been|is already|are already|already)\\b(?: \\w+){0,3} (?:${DONE})\\b|\\b(?:i|we|you|he|she|they|tina|somebody|someone|it|who|the (?:desk|team|technician|helpdesk|help desk)|support|your colleague|a colleague)\\b(?: (?:have|has|had|just|already|also|then|finally|successfully|kindly)){0,2} (?:reset|changed|unlocked|added|removed|installed|fixed|restarted|helped|solved|created|disabled|enabled|set|renewed|updated|gave|got|took|put|made|did)\\b(?! (?:stuck|locked|lost))|\\b(?:password|account|access|install(?:ation)?|reset|group|licen[cs]e|mfa|printer|vpn|setup|unlock|change)\\b.{0,30}\\b(?:worked|helped|went (?:well|fine|through)|is fine|works (?:fine|well|great|perfectly|like)|printing fine|is back|is done|arrived|was (?:great|quick|fast|perfect|helpful))\\b|\\b(?:works|working|printing|running|prints) (?:fine|well|great|perfectly|normally|again|now|like a charm)\\b|\\bam (?:now )?(?:in|back in|a member of|on)\\b.*\\bnow\\b`,
);
const REPORTED = re(
  "\\b(?:told|tells|said|says|saying|mentioned|claims?|claimed|thinks|thought|heard|read|wrote|writes|complain(?:s|ed)|asked (?:if|whether|why|how|what|me (?:if|whether|why|how|what|about))|wondered|warned|advised|suggested|recommended|believes|approved|agreed|confirmed|okayed|signed off|gave (?:me |us )?(?:the |her |his )?(?:ok|okay|green light|permission|blessing))\\b|\\b(?:got|received|have|see|saw|there is|there's|is|seen|read) (?:\\w+ ){0,3}(?:e-?mail|mail|message|sms|text|letter|popup|pop-up|notification|notice|article|post|link|newsletter|poster|training)\\b.*\\b(?:that|says?|saying|about|which|claim\\w*|telling|asking|to)\\b",
);
/** What a screen says is what is the case. */
const SCREEN = re(
  '\\b(?:it|windows|outlook|teams|the (?:screen|computer|laptop|system|pc|login|page|phone|app|error|sign-?in)|error|message|screen|laptop|computer|system) (?:just |now |only |always |keeps? )?(?:says?|saying|tells me|told me|shows?|claims?|asks?|asking)\\b',
);
/** "I think Sam should change his password" asks nobody to do it. */
const OPINION = re(
  '\\b(?:i|we) (?:think|guess|believe|feel|reckon|suppose|would say|find)\\b.*\\b(?:should|ought to|could|might|would)\\b(?!.*\\bplease\\b)',
);
/** "The portal wants me to change my password every month": who asks is not the writer, and of the writer, not of the desk. */
const MADE_TO = re(
  '\\b(?:wants?|wanted|requires?|forces?|forced|makes?|made|prompts?|nags?|expects?|reminds?|asks?|asked|urges?|tells?|told|asking|forcing|nagging|telling|prompting|reminding) (?:me|us|you|everyone|everybody|people|staff)(?: all)? (?:to )?(?:re-?set|change|renew|update|re-?enter|confirm|verify)\\b|\\b(?:i|we) (?:just |finally |already |then |also )?(?:managed|was able|were able) to (?!lock|lose|forget|break|delete|drop|mess|block|get (?:\\w+ )?locked)',
);
const TOLD_TO_ASK = re(
  '\\b(?:told|asked|wants?|needs?|said) (?:me |us )?(?:that i should |i should |to )(?:ask|request|write|contact|message|get|be added|have|join)\\b',
);

const EXPLAIN = re(
  '\\b(?:tell|explain|say|advise|inform|describe|clarify|show (?:me )?how|teach|confirm|verify|check (?:if|whether|that|why|when|who|how)|see if|look up|know|remind|understand|let (?:me|us) know|find out|recommend|suggest|walk me|guide me|point me|know how|wondering|curious|interested in)\\b',
);
const WH = re(
  `^${LEADS}(?:how|what|what's|whats|why|who|who's|whos|whose|when|where|which|since when|until when|for how long|how come|is it true|is that|is this|is there|are there|are you|am i|was i|was it|was my|is my|are my|is the|are the|does|do i|do you|do we|did|did you|has|have you|have i|had|should i|should we|shall i|must i|will my|will it|will the|would my|would it (?:help|be ok|be better|matter|work)|isn't|aren't|doesn't|don't you|didn't|can't you|why not|anyone know|anybody know|any idea|any news|any update|(?:quick )?question|i (?:was )?wonder(?:ing)?|just wondering|wondering|i'm curious|i have a question|may i ask|can i ask|could i ask|let me ask|i(?:'d| would) like to (?:know|ask|understand)|i want to know|i need to know|need to know)\\b`,
);
const WISH_HOW = re('^(?:.{0,40} )?(?:how about|what about) ');
const POSSIBLE = re(
  '\\b(?:is (?:it|there) (?:possible|any (?:chance|way))|would it be (?:possible|ok|okay|alright)|any (?:chance|way)|is there a (?:way|chance)|possible (?:to|for))\\b',
);
const GRATEFUL = re(
  `\\b(?:grateful|great|nice|good|kind|lovely|helpful|happy|glad|appreciate(?: it)?) if (?:you|someone|somebody|anyone|the team) (?:could|can|would)\\b.*\\b${deed}\\b`,
);
const YOU_CAN = re(`\\b(?:${deed}|mind (?:${DOING})|have)\\b`);
const MODAL_YOU = re(
  `^${LEADS}(?:can|could|would|will|won't|couldn't|may|might) (?:you|u|ya|someone|somebody|anyone|anybody|one of you|y'all|the (?:team|desk|helpdesk)|it)\\b`,
);
const MODAL_GET = re(
  `^${LEADS}(?:can|could|may|might|shall) (?:i|we|he|she|they|[\\p{L}'’.-]+(?: [\\p{L}'’.-]+){0,3})(?: (?:please|pls|also|just|still|maybe|possibly|perhaps))* (?:get|have|be|receive|join|use|access|please have|please get)\\b`,
);
const MODAL_OTHER = re(
  `^${LEADS}(?:can(?!['’n]|not)|could(?!n)|may|might|will|would|shall|should|must|do|does|did|is|are|was|were|has|have|had)\\b`,
);
const NEED = re(
  "\\b(?:need|needs|needed|want|wants|require|requires|wish|would like|'d like|id like|would love|'d love|would need|'d need|am looking for|looking for|am requesting|requesting|request|requests|am asking (?:for|to)|would appreciate|'d appreciate|would be (?:great|nice|good|grateful|happy)|must have|has to have|have to have|should (?:have|get|be|receive)|must (?:be|get)|has to (?:be|get)|have to be|is to (?:be|get|have)|are to be|to be|gotta have|needing)\\b",
);
const NEED_DEED = re(
  `\\b(?:needs?|want|wants|requires?|would like|'d like|should|must|has to|have to|is to|are to|please|to)\\b(?: (?:also|please|to|him|her|me|us|them|you|it|my|the|his|their|a|an|urgently|now|get|have|someone|somebody|it|be|your help)){0,4} (?:${DEEDS}|${DONE})\\b`,
);
const IMPERATIVE = re(`^${LEADS}(?:${deed})\\b`);
const WITH_PLEASE = re(`\\b${POLITE}\\b.*\\b${deed}\\b|\\b${deed}\\b.*\\b${POLITE}\\b|^${LEADS}help\\b`);
const FINITE = re(
  "\\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|should|must|may|i|you|he|she|we|they|it|i'm|it's|i've|i'd|he's|she's|says?|said|works?|went|goes|starts?|leaves?|left|joins?|quit|resigned|arrives?|comes?|got|gets|keeps?|wants?|needs?|thinks?)\\b|\\b\\p{L}{3,}s (?:me|us|him|her|them|the|my|a|an|every|very|too)\\b",
);

/** @param before whether an earlier clause of the message says something that could be taken back */
export function moodOf(clause: RawClause, before: boolean): Mood {
  const { plain, asks } = clause;
  if (AUTOMATIC.test(plain)) return 'report';
  const isBack = REFUSED.test(plain) || (TAKEN_BACK.test(plain) && !STILL_NOT.test(plain));
  if (before && isBack && !IMPERATIVE.test(plain)) return 'taken_back';
  const polite = POLITE_IF.test(plain);
  if (!polite && CONDITION.test(plain)) return 'condition';
  if (THANKS.test(plain) || ALOUD.test(plain)) return 'thanks';
  if (DO_NOT_FORGET.test(plain)) return 'wish';
  if (REMOVAL.test(plain)) return A_DEED.test(plain) ? 'denial' : 'wish';
  const question = questionOrWish(plain, asks);
  if (question === 'question') return 'question';
  if (isDenial(plain)) return 'denial';
  if (question === 'wish') return 'wish';
  return declarative(plain, asks);
}

/** Undefined for what is no question by its form. */
function questionOrWish(plain: string, asks: boolean): 'question' | 'wish' | undefined {
  if (GRATEFUL.test(plain)) return EXPLAIN.test(plain) ? 'question' : 'wish';
  if (POSSIBLE.test(plain)) return EXPLAIN.test(plain) || /\bmyself\b/.test(plain) ? 'question' : 'wish';
  if (MODAL_YOU.test(plain)) return EXPLAIN.test(plain) || !YOU_CAN.test(plain) ? 'question' : 'wish';
  if (MODAL_GET.test(plain))
    return EXPLAIN.test(plain) || /\b(?:myself|ourselves|himself|herself|themselves)\b/.test(plain)
      ? 'question'
      : 'wish';
  if (WH.test(plain) && !WISH_HOW.test(plain)) return 'question';
  if (MODAL_OTHER.test(plain)) return /^(?:do|have|will)\b/.test(plain) && !asks ? undefined : 'question';
  return undefined;
}

function isDenial(plain: string): boolean {
  return NEGATED_DEED.test(plain) || DECLINED.test(plain) || NO_THING.test(plain);
}

function declarative(plain: string, asks: boolean): Mood {
  if (LONG_AGO.test(plain) || ALMOST.test(plain)) return 'report';
  if (MADE_TO.test(plain)) return 'report';
  if (OPINION.test(plain)) return 'statement';
  const isTold = TOLD_TO_ASK.test(plain);
  if (!isTold && !SCREEN.test(plain) && REPORTED.test(plain)) return 'report';
  if (WITH_PLEASE.test(plain) || IMPERATIVE.test(plain)) return 'wish';
  if (NEED_DEED.test(plain) || isTold) return EXPLAIN.test(plain) ? 'question' : 'wish';
  if (COMPLAINT.test(plain) && !/\b(?:works|working|prints|printing) (?:fine|again|now)\b/.test(plain))
    return asks ? 'question' : 'complaint';
  if (PAST.test(plain)) return 'report';
  if (NEED.test(plain)) return EXPLAIN.test(plain) ? 'question' : 'wish';
  if (asks) return 'question';
  return FINITE.test(plain) ? 'statement' : 'fragment';
}
