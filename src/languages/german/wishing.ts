// How German writers ask for a thing to be done, ask for it not to be done, and put sentences together. Data only.
import type { Chapter } from '../grammar.ts';

export const wishing: Chapter = {
  rules: `
@you-can
(koennen|koennten) sie => 
(kannst|koenntest) du => 
(koennt|koenntet) ihr => 
(koennen|koennten) wir => 
(koennte|kann) (jemand|mir jemand|mal jemand|bitte jemand|wer) => 
(wuerden) sie => 
wuerdest du => 
wuerdet ihr => 
kannst => 
@polite-word
(vielleicht|evtl|eventuell|auch|mir|noch|so freundlich sein und|bitte so nett sein und) =>
@wish-open
ich (moechte|moecht|will|wuerde|haette) =>
wir (moechten|wollen|wuerden|haetten) =>
@need
ich (brauche|braeuchte|brauch|benoetige|benoetigte) => I need
wir (brauchen|braeuchten|benoetigen) => we need
ich (haette|moechte|will) => I would like
wir (haetten|moechten) => we would like
@needed
<access> => <access>
<access> fuer <acc> => <access> for <acc>
<mfa> neu eingerichtet => my MFA reset
[einen|ein|den] (passwortreset|kennwortreset|passwort reset|kennwort reset|pw reset|passwortruecksetzung|passwortzuruecksetzung) => a password reset
(eine|einen) (zuruecksetzung|reset) (meines|von meinem) (passworts|passwortes|passwort|kennworts|kennwort) => a reset of my password
(ein|einen) (neues|neuer) <word-pw> => a new <word-pw>
(ein|einen) (neues|neuer) <word-pw> fuer <app> => a new <word-pw> for <app>
[(einen|ein)] mfa reset => my MFA reset
(die|eine) (neueste|neue|aktuelle|aktuellste) version von <app> => the latest version of <app>
(eine|die) (entsperrung|freischaltung) (meines|von meinem) (kontos|konto|accounts|account) => my account to be unlocked
(hilfe|unterstuetzung|eure hilfe|ihre hilfe|deine hilfe) => help
(hilfe|unterstuetzung) (bei|mit|beim) <help-topic> => help with <help-topic>
<app> (auf|an) <own-thing> <word-device> => <app> installed on <own-thing> <word-device>
@help-topic
(dem|der|meinem|meiner) <topic-word> => the <topic-word>
<#thing> => <#thing>
<topic-word> => the <topic-word>
@topic-word
drucker => printer
vpn => VPN
wlan => wifi
passwort => password
laptop => laptop
anmeldung => sign-in
mfa => MFA

@polite
<can-be> => please <can-be>
<you-can> [mir] [(da|dort)] (was|etwas) (machen|tun) => please help me
<you-can> (mir|uns) (helfen|weiterhelfen) [,] weil <because> => please help me because <because>
<you-can> [<polite-word>] [<polite-word/2>] <do-inf> => please <do-inf>
(waere|ist) es moeglich [,] [dass ihr|dass sie|dass du] <do-zu> => please <do-zu>
(ist es moeglich|waere es moeglich) [,] dass (sie|du|ihr|jemand) <do-fin> => please <do-fin>
(kann|koennte) ich [bitte] <app> (haben|bekommen|kriegen) => can I have <app>?
(kann|koennte) <third> <needed> (haben|bekommen|kriegen|erhalten) => can <third> get <needed>?
(ist es moeglich|waere es moeglich) [,] <do-inf> => please <do-inf>
(koennten|koennen|kann|koennte) (<must-q>) => please <must-q>
(kann|koennte|darf) ich [bitte] <access> (haben|bekommen|kriegen|erhalten) => can I get <access>?
(kann|koennte|darf|koennen|koennten) (ich|wir) [bitte] (<needed>) (haben|bekommen|kriegen|erhalten) => can I get <needed>?
<you-can> mir [<polite-word>] (helfen|weiterhelfen) => please help me
<you-can> mir (bei|mit|beim) <help-topic> (helfen|weiterhelfen) => please help me with <help-topic>
wuerde es ihnen etwas ausmachen [,] <do-zu> => please <do-zu>
<you-can> (schauen|nachsehen|nachschauen|pruefen|gucken|sehen) [,] (warum|wieso|weshalb) <not-working> => please check why <not-working>
@not-working
<some-thing> (nicht|nicht mehr) (geht|funktioniert|laeuft) => <some-thing> does not work
<printer> (nicht|nicht mehr) (geht|funktioniert|druckt) => <printer> does not print
<account> gesperrt ist => <account> is locked
@must-q
<acc> <to-group> (hinzugefuegt|aufgenommen) werden => add <acc> <to-group>

@wish
<do-imp> => please <do-imp>
<do-inf> => please <do-inf>
<do-zu> => please <do-zu>
[(ich|wir|ich bitte|wir bitten|bitten)] um <asked-noun> => please <asked-noun>
<must-be> => please <must-be>
<wish-open> [<polite-word>] [<when>] <do-inf> [lassen] => please <do-inf> <when>
<wish-open> [,] dass (sie|du|ihr|jemand) <do-inf-finite> => please <do-inf-finite>
<wish-open> [,] dass <that-be> => please <that-be>
(es waere|waere) (nett|super|toll|schoen|lieb|klasse|gut|prima|hilfreich) [,] wenn (sie|du|ihr) [<polite-word>] <do-inf> (koennten|koenntest|koenntet|wuerden|wuerdest|wuerdet|kannst|koennt) => please <do-inf>
<you-can> [<polite-word>] <do-inf> => please <do-inf>
(ich muss|ich muesste|wir muessen) <do-inf> lassen => please <do-inf>
<can-be> => please <can-be>
<third> braucht (keine|keinen) <access> mehr => <third> does not need <access> any more
<third> braucht (keine|keinen) <access> => <third> does not need <access>
(ich brauche|wir brauchen) (keine|keinen) <access> mehr => I do not need <access> any more
<need> [<when>] <needed> => <need> <needed> <when>
<third> (braucht|braeuchte|benoetigt) [<when>] <needed> [<when/2>] => <third> needs <needed> <when> <when/2>
<needed> => I need <needed>
(brauche|braeuchte|benoetige|haette) <needed> => I need <needed>
<word-pw> (zuruecksetzen|resetten|ruecksetzen) (fuer|von) <one-dat> => please reset the <word-pw> of <one-dat>
(passwortreset|passwort reset|kennwort reset) (fuer|von) <one-dat> => please reset the password of <one-dat>
<word-account> (entsperren|freischalten) (fuer|von) <one-dat> => please unlock the <word-account> of <one-dat>
<app> installieren <device> => please install <app> <device>
(ich brauche|ich braeuchte|ich habe) <mfa> neu eingerichtet => I need my MFA reset
<third> (braucht|benoetigt) <access> nicht mehr => <third> does not need <access> any more
(brauche|ich brauche) [den|die] <access> nicht mehr => I do not need <access> any more
<acc> <to-group> => please add <acc> <to-group>
(ich muss|wir muessen|ich muesste) <to-group> [(rein|aufgenommen werden|hinzugefuegt werden)] => I need to be added <to-group>
(ich moechte|ich will|ich moecht) <to-group> [(rein|aufgenommen werden|hinzugefuegt werden)] => please add me <to-group>
(ich moechte|ich will|ich moecht|ich wuerde) <from-group> (raus|entfernt werden|ausgetragen werden|rausgenommen werden) => please remove me <from-group>
(ich will|ich moechte) (nicht|nicht mehr) <in-group> sein => I do not want to be <in-group>
<third> (soll|muss|sollte|muesste) <to-group> [(rein|aufgenommen werden|hinzugefuegt werden)] => please add <third> <to-group>
<third> (soll|muss|sollte) <from-group> (raus|entfernt werden|ausgetragen werden) => please remove <third> <from-group>
(ich brauche|ich braeuchte|ich will|ich moechte) <access> (nicht|nicht mehr) => I do not need <access> any more
(hilfe|sos) => help
(helft|hilf|helfen sie) mir [(bei|mit|beim) <help-topic>] => please help me <help-topic>
fuer <acc> (brauche|braeuchte|benoetige|brauchen|benoetigen) (ich|wir) <needed> => I need <needed> for <acc>
@in-group
(in|im|auf) <group> => in <group>
@do-inf-finite
<do-fin> => <do-fin>
@asked-noun
(zuruecksetzung|ruecksetzung|reset) (meines|von meinem) (passworts|passwortes|passwort|kennworts|kennwort) => reset my password
(zuruecksetzung|ruecksetzung|reset) (des|vom) (passworts|passwortes|passwort|kennworts|kennwort) von <one-dat> => reset the password of <one-dat>
(passwortreset|passwort reset|kennwort reset|passwortruecksetzung) => reset my password
(zuruecksetzung|ruecksetzung|reset) => reset it
(freischaltung|entsperrung) => unlock it
(passwortreset|passwort reset|kennwort reset|passwortruecksetzung) fuer <one-dat> => reset the password of <one-dat>
(freischaltung|entsperrung) (meines|von meinem) (kontos|konto|accounts|account|benutzerkontos) => unlock my account
(freischaltung|entsperrung) (des|vom) (kontos|konto|accounts|account) von <one-dat> => unlock the account of <one-dat>
(freischaltung|einrichtung|erteilung) (von|fuer|des) <access> => give me <access>
(aufnahme|eintragung) <to-group> => add me <to-group>
(aufnahme|eintragung) von <one-dat> <to-group> => add <one-dat> <to-group>
<access> => give me <access>
installation von <app> [<device>] => install <app> <device>

@dont
<dont-imp> => please do not <dont-imp>
<dont-inf> => please do not <dont-inf>
<you-can> <dont-inf> => please do not <dont-inf>
(ich moechte|ich will|wir wollen|wir moechten) nicht [,] dass (sie|du|ihr|jemand) <do-inf-finite> => I do not want you to <do-inf-finite>
(ich moechte|ich will|wir wollen|wir moechten) nicht [,] dass <that-be> => I do not want you to <that-be>
(ich moechte|ich will|wir wollen|wir moechten) <dont-inf> [lassen] => I do not want to <dont-inf>
<dont-be> => please do not <dont-be>
(sie muessen|du musst|ihr muesst) <dont-inf> => you do not need to <dont-inf>
(sie brauchen|du brauchst|ihr braucht|sie muessen|du musst|ihr muesst) <dont-zu> => you do not need to <dont-zu>
(sie sollen|du sollst|ihr sollt|sie duerfen|du darfst|ihr duerft) <dont-inf> => you must not <dont-inf>
(ich brauche|wir brauchen|ich braeuchte) (kein|keinen|keine) <denied> [mehr] => I do not need <denied>
<not> <do-imp> => please do not <do-imp>
@denied
(passwortreset|passwort reset|kennwort reset) => a password reset
(neues|neuer) <word-pw> => a new <word-pw>
<access> => <access>
(hilfe|unterstuetzung) [mehr] => help

@ticket
(mein|meinem|meinen|das|dem|meine|die|meiner) (ticket|anfrage|fall|vorgang|anliegen|meldung|stoerung) [(nr|nummer)] [<#ticket>] => my ticket <#ticket>
(ticket|vorgang|anfrage) [(nr|nummer)] <#ticket> => ticket <#ticket>
<#code> => <#code>
@device-server
(der|den|unser|unseren) server [<#code>] => the server <#code>
`,
};
