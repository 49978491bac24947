// What English words say of the gist of a message: classes of words, and which of them together ask for which deed. Data only.
import type { GistLanguage } from '../gist-words.ts';
import { wordSet } from '../language.ts';

const CLASSES = `
me: i i'm i'd i've i'll im ive me we we'd we're we've us
myself: myself
my: my our mine own
their: his her their
they: he she him her they them he's she's they're hes shes
kin: colleague colleagues coworker co-worker intern trainee assistant boss manager hygienist dentist receptionist paralegal partner temp
title: mr mrs ms dr
hello: hi hello hey hiya dear morning afternoon evening
bye: regards cheers best sincerely
can: can could would possible may might mind
want: want wants like should must wish
need: need needs needed require requires request requesting
please: please pls plz kindly plse
no: not no don't dont doesn't doesnt can't cant cannot won't wont isn't isnt never without nobody didn't didnt aren't hasn't haven't couldn't wasn't unable nothing nor
art: the a an this that these those some any
get: get have use getting
give: give grant send provide assign allocate issue arrange allow enable let
pw: password passwords passwrod pasword pw pwd passwd passcode passphrase credentials login-details
reset: reset resetting re-set
set: set make generate create
new: new fresh another temporary different replacement
change: change renew update replace
forgot: forgot forgotten forgets lost lose blanked misplaced
expired: expired expires ran
know: remember know recall idea knows remembers
accept: accepted accept accepts rejected rejects recognised recognized recognise recognize take takes
works: work works working
wrong: wrong incorrect invalid mistyped mistyping
account: account acc acct acount accounts login log-in profile user access
unlock: unlock unblock un-lock release reopen unlocked unfreeze reactivate
opened: open back in again opened
locked: locked blocked lockout lock-out frozen barred
mfa: mfa 2fa authenticator authentication two-factor multi-factor multifactor factor verification authenticator-app
phone: phone iphone mobile handset smartphone
gone: lost broken new dead gone smashed stolen replaced left dropped switched changed
device: laptop computer pc machine desktop notebook mac device tablet workstation
group: group groups list lists team distribution mailing channel membership member members mailing-list dl
mailbox: mailbox inbox calendar
add: add include put join subscribe enrol invite added included go
into: to into in onto on
out: remove take delete drop unsubscribe kick leave off out from removed
access: access permission permissions rights licence license licences licenses seat subscription
revoke: revoke remove withdraw cancel delete end take pull away stop revoked removed taken
away: away back off
open: open opens see reach enter launch
install: install installing reinstall put load deploy installed push
uninstall: uninstall remove delete uninstalled
update: update upgrade updated newer
missing: missing isn't hasn't lacks
prints: print prints printing come comes paper
stuck: stuck jammed jam jams hangs hanging queue queued spooler blocked frozen offline blinking sits dead silent stopped
restart: restart reboot kick clear flush unjam
printing: printer
trouble: work works working get receive receives sign log open see start starts load loads access create write read
elsewhere: website portal wifi wi-fi router bank gmail facebook instagram netflix icloud alarm door gate supplier voicemail webshop
done: gave reset-it
past: was were had ago last yesterday used
if: if unless whenever suppose
belong: for of in on at to by from with into onto our as
around: after before because since until during while today now
and: and or &
says: says said asks asked tells
small: chat channel twice audit thing same way rota record records morning's and so also too as at by for of with about just now then there here it its it's is are am be been being do does did has have will would shall well oh ok okay um er ah still yet already again once more back up down over until till before after since because while when which who what's that's there's from thanks thank thx ta you your u ur someone somebody anyone somehow really very quite bit little asap urgent urgently quickly quick soon today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday week month morning afternoon evening noon time times try tries attempts many several few one two three couple my-side please hey all everyone both each whole sure possible possibly maybe perhaps actually basically apparently appears seems seem keep keeps keeps says say saying said tells tell me-too called named name ticket subject re request help hand work windows outlook computer-login company staff practice firm desk it support team guys folks there in on to get got getting go goes going gone come use using used good nice great lovely kind want wanted able entry minute moment chance when-you whenever-you you're during full start starts starting shared planning thing app application program programme software tool version latest system page temporarily permanently instead only even out into her his any of failed attempts following & goes reception write himself herself course more like just-now let us let's
`;

const FRAMES = `
reset_password wish: pw reset => please reset {my} password {of}
reset_password wish: pw new give|get|need|can|please|want|set => please reset {my} password {of}
reset_password wish: pw change please|need|can|want => please reset {my} password {of}
reset_password state: pw forgot => {my} password {of} is forgotten
reset_password state: pw expired => {my} password {of} has expired
reset_password state: pw no know => {my} password {of} is not known any more
reset_password state: pw no accept => {my} password {of} is not accepted
reset_password state: pw no works => {my} password {of} does not work
reset_password state: pw wrong => {my} password {of} is not accepted
unlock wish: account|me|#person|they unlock !#app => please unlock {my} account {of}
unlock wish: account opened can|please|need locked? => please unlock {my} account {of}
unlock state: account locked no? => {my} account {of} is locked
unlock state: me|#person locked opened|out => {my} account {of} is locked
mfa wish: mfa reset|new|change|set => please reset {my} MFA {of}
mfa wish: mfa out|revoke !access => please reset {my} MFA {of}
mfa state: mfa phone gone no? => please reset {my} MFA {of}
join wish: #group add !uninstall !mailbox => please add {me} to the {group} group
join wish: #group access|get give|get|need|want|can|please !mailbox => please add {me} to the {group} group
join wish: #group want|need group !out => please add {me} to the {group} group
join wish: #group #person into please|want|need !out => please add {me} to the {group} group
leave wish: #group out !add => please remove {me} from the {group} group
access wish: #app access need|give|get|want|can|please !revoke !out => please give {me} access to {app}
access wish: #app need|want !revoke !out !no !device !#device => please give {me} access to {app}
access wish: #app add me|#person => please give {me} access to {app}
access wish: #app into|open need|can|want !revoke !out !device !#device !update => please give {me} access to {app}
access wish: #app please #person !out !revoke !uninstall !update !device !#device => please give {me} access to {app}
access wish: #app get can|want|need !device !#device => please give {me} access to {app}
access state: #app no access|open|get => please give {me} access to {app}
revoke wish: #app access revoke|out => please revoke {whose} access to {app}
revoke wish: #app revoke #person|please away !no => please revoke {whose} access to {app}
access wish: #licence need|give|get|want|can|please !revoke => please give {me} the {licence} licence
install wish: #software install !uninstall => please install {software} {on}
install wish: #software need|get|give|want|please device|#device !uninstall !update !out => please install {software} {on}
install state: #software no|missing device|#device => please install {software} {on}
uninstall wish: #software uninstall|out => please uninstall {software} {on}
update wish: #software update|new => please update {software} {on}
printer state: #printer no prints|works * => the printer {printer} does not print
printer state: #printer stuck no? prints? * => the printer {printer} is stuck
printer wish: #printer restart|stuck|reset * => please restart the print queue of {printer}
reset_password|mfa echo: reset =>
reset_password echo: new need|give|get|want|please|can =>
unlock echo: unlock =>
unlock echo: opened can|please|need|let =>
`;

export const ENGLISH_GIST: GistLanguage = {
  classes: CLASSES,
  frames: FRAMES,
  spellings: [
    [/\band me\b/giu, 'and myself'],
    [/\bme and\b/giu, 'myself and'],
    [
      /\b(?:if|when(?:ever)?) (?:(?:it'?s|it is|you|that'?s|at all|someone|somebody|u) ?)*(?:possible|ok|okay|can|could|have (?:a|the) (?:minute|moment|chance|time|sec|second)|get (?:a|the) (?:minute|moment|chance|time|sec|second)|convenient|easier|don'?t mind|wouldn'?t mind)\b/giu,
      ' ',
    ],
    [/\b(?:would|could) you mind (\w+?)(t)?ting\b/giu, 'please $1$2'],
    [
      /\b(?:to be|be|get|gets|getting|have (?:it|them|him|her|that)) (reset|unlocked|added|removed|installed|revoked|included|uninstalled|updated|taken)\b/giu,
      'please $1',
    ],
    [/\blog ?in details\b/giu, 'credentials'],
    [/\b(?:could|can|may|might) (?:i|we) (?:please )?(?:ask|trouble|bother) you to\b/giu, 'please'],
    [/\bbank holidays?\b/giu, 'holiday'],
    [/\b(?:sign-?in|log-?in|authentication|verification) (?:methods?|apps?|codes?|factors?)\b/giu, 'mfa'],
    [
      /\b(?:multi|two|2|second)[ -](?:step|factor)(?:[ -](?:auth\w*|sign-?in|log-?in|verification|app))?\b/giu,
      'mfa',
    ],
    [
      /\b(?:what (?:do|should|can|shall) i do(?: now)?|can (?:you|anyone|somebody|someone) help(?: me)?(?: please| out)?)\b\??/giu,
      '.',
    ],
  ],
  stops:
    /\b(?:never ?mind|nevermind|nvm|ignore (?:that|this|my|his|her|the)|false alarm|no need|not needed|scratch that|forget (?:it|that|about)|disregard|cancel (?:that|this|my (?:request|ticket))|(?:has|have|i|he|she|they) found|remembered|sorted|solved|resolved|works (?:now|again|fine)|working (?:now|again|fine)|thanks for (?:the|your|re|un|add|inst|help)\w*|thank you for \w+ing|how (?:do|can|would|should|to) |what happens|who (?:can|may|is|has)|is it (?:true|normal|safe)|policy|policies|example|in general|(?:updates?|news|status|progress) (?:on|about|regarding|of)|any (?:updates?|news)|managed to|out of (?:the )?office|automatic reply|auto-?reply|curious|wondering (?:who|what|how|why)|private|personal|school|university|bank|son|daughter|mother|mum|mom|father|dad|wife|husband|brother|sister|friend|neighbou?r|kids?|customers?|guests?|told me (?:that )?(?:he|she|they|it)|rumou?r|phishing|scam|hacked|suspicious)\b/u,
  invites: /^(?:(?:so|and|but|hi|hey) )*(?:can|could|would|will) (?:you|u|someone|somebody|anyone)\b/u,
  asks: /^(?:(?:so|and|but|hi|hey|also|or|well|because) )*(?:how|what|who|why|where|which|whose)\b|^(?:(?:so|and|but|hi|hey|also|or|well) )*(?:is|are|was|were|do|does|did|has|have|had|should|am|will|did)\b.* \?$|\b(?:can|could|may|should|shall|must|do|will|would) (?:i|we|he|she|they|#person) (?!.*\b(?:get|have|join|be|use|please|go (?:on|in|into))\b).* \?$|\b(?:i|we|he|she|they|#person|tina|lee|it|you) (?:just |already |also |then |have |has |had |'ve )*(?:reset|changed|unlocked|added|removed|installed|updated|revoked|gave)\b|\b(?:has|have|had|was|were|been|got|is|are|being) (?:just |already |now |not |never |successfully )*(?:reset|changed|unlocked|added|removed|installed|revoked|given|updated)\b|\b(?:password|account|access) (?:reset|unlock|removal) (?:worked|works|done|ok|went|helped)\b/u,
  alarms: /(?!)/u,
  joints: wordSet('but because so although though since while'),
  topics: new Set(
    'pw reset account unlock locked mfa group add access revoke install uninstall update printing elsewhere'.split(
      ' ',
    ),
  ),
  complaints: new Set('trouble accept works prints know open access missing mfa device phone'.split(' ')),
};
