// What requests are about, in German: passwords, accounts, second factors, groups, access, programs, devices. Data only.
import type { Chapter } from '../grammar.ts';

export const things: Chapter = {
  rules: `
@det
(der|die|das|den|dem|des|ein|eine|einen|einem|einer|diese|diesen|dieses|dieser|diesem) =>
@word-pw
(passwort|kennwort|pw|passwd|pwd|passwoerter|passworts|passwortes|kennworts) => password
(anmeldepasswort|loginpasswort|benutzerpasswort|zugangspasswort|benutzerkennwort|firmenpasswort) => password
(login|anmelde|zugangs|benutzer) (passwort|kennwort) => password
windows (passwort|kennwort) => Windows password
windowspasswort => Windows password
(email|mail|outlook) (passwort|kennwort) => email password
(emailpasswort|mailpasswort) => email password
vpn (passwort|kennwort) => VPN password
(wlan|wifi) (passwort|kennwort|schluessel) => wifi password
(wlanpasswort|wlankennwort) => wifi password
<#thing> (passwort|kennwort) => <#thing> password
@own-thing
(mein|meine|meinen|meinem|meiner|meines|mei) => my
(unser|unsere|unseren|unserem|unserer|unseres) => our
@old
(altes|alte|alten|neues|neue|neuen|aktuelles|aktuellen|eigenes|eigene|komplettes) =>
@foreign
(alarmanlage|alarmsystems) => alarm system
(tuer|haustuer|eingangstuer) => door
(tresor|tresors|safe|safes) => safe
(heizung|klimaanlage) => heating
(kaffeemaschine|kaffeeautomat) => coffee machine
(website|webseite|homepage|internetseite) => website
(datenbank) => database
(router|routers|fritzbox) => router
(drucker|druckers) => printer
(kasse|kassensystem|kassensystems) => till
(bank|onlinebanking|sparkasse) => bank
(telefonanlage|anrufbeantworter) => phone system
(server|servers) => server
(kamera|ueberwachungskamera|kameras) => camera
(beamer|fernseher|fernsehers) => television
(handy|handys|smartphone|smartphones) => phone
(excel datei|datei|pdf) => file
(zeiterfassung) => time recording
(auto|autos|parkhaus|garage) => car park
@pw
<own-thing> [<old>] <word-pw> => <own-thing> <word-pw>
das [<old>] <word-pw> (von|fuer) (mir|mich) => my <word-pw>
das [<old>] <word-pw> (von|fuer) <one-dat> => the <word-pw> of <one-dat>
das [<old>] <word-pw> (von|fuer) <one-acc> => the <word-pw> of <one-acc>
das [<old>] <word-pw> [(meiner|unserer)] <f-role> [<#name>] => the <word-pw> of my <f-role> <#name>
das [<old>] <word-pw> (meines|unseres) [<new>] <m-role> [<#name>] => the <word-pw> of my <new> <m-role> <#name>
das [<old>] <word-pw> (der|des|fuer die|fuer den|fuer das|von der|vom|zur|zum) <foreign> => the <word-pw> of the <foreign>
das [<old>] <word-pw> (fuer|von|zu|bei) (<#thing>) => the <#thing> password
(das|dieses) [<old>] <word-pw> => the <word-pw>
<word-pw> (von|fuer) <one-dat> => the <word-pw> of <one-dat>
<word-pw> (von|fuer) (mir|mich) => my <word-pw>
<word-pw> => password
@word-account
(konto|kontos|account|accounts|benutzerkonto|nutzerkonto|benutzeraccount|useraccount|userkonto|benutzer|user|profil|benutzerprofil|nutzer) => account
(login|anmeldung|zugang|benutzerzugang) => account
windows (konto|account|zugang|login) => Windows account
(ad|domain|domaenen) (konto|account) => account
(email|mail) (konto|account|zugang) => email account
(emailkonto|mailkonto|emailaccount) => email account
(vpn|citrix) (konto|account|zugang) => VPN account
<#thing> (konto|account|zugang|login) => <#thing> account
@account
<own-thing> [<old>] <word-account> => <own-thing> <word-account>
(das|den|der|die) [<old>] <word-account> (von|fuer) (mir|mich) => my <word-account>
(das|den|der|die) [<old>] <word-account> (von|fuer) <one-dat> => the <word-account> of <one-dat>
(das|den) [<old>] <word-account> [(meiner|unserer)] <f-role> [<#name>] => the <word-account> of my <f-role> <#name>
(das|den) [<old>] <word-account> (meines|unseres) [<new>] <m-role> [<#name>] => the <word-account> of my <new> <m-role> <#name>
<word-account> (von|fuer) <one-dat> => the <word-account> of <one-dat>
(das|den|der) <word-account> => the account
<word-account> => account
@word-mfa
(mfa|authenticator|authentifizierung|authentikator|authenticatorapp|mfamethode|mfamethoden|totp|token) => MFA
(zwei faktor|mehr faktor|multifaktor|zweifaktor|mehrfaktor) (authentifizierung|anmeldung) => MFA
(zweifaktorauthentifizierung|mehrfaktorauthentifizierung|multifaktorauthentifizierung) => MFA
(microsoft|ms|google) authenticator => MFA
authenticator app => MFA
mfa (methode|methoden|anmeldung|registrierung|token) => MFA
@mfa
<own-thing> [<old>] <word-mfa> => <own-thing> <word-mfa>
(die|den|das) <word-mfa> (von|fuer) (mich|mir) => my <word-mfa>
(die|den|das) <word-mfa> (von|fuer) <one-dat> => the <word-mfa> of <one-dat>
(die|den|das) <word-mfa> => the <word-mfa>
<word-mfa> (von|fuer) <one-dat> => the <word-mfa> of <one-dat>
<word-mfa> => MFA
@phone
(handy|smartphone|telefon|diensthandy|firmenhandy|mobiltelefon|iphone|geschaeftshandy|geraet) => phone

@word-group
(gruppe|benutzergruppe|usergruppe|sicherheitsgruppe|gruppen|arbeitsgruppe|mailgruppe) => group
(verteiler|verteilerliste|emailverteiler|mailverteiler|mailingliste|liste|emailliste) => distribution list
(postfach|gruppenpostfach|sammelpostfach|teampostfach|mailbox|funktionspostfach) => mailbox
(gemeinsame|gemeinsamen|geteilte|geteilten|shared) (postfach|mailbox) => shared mailbox
(kanal|channel) => channel
team => team
@group
[<det>] <word-group> [namens] <#thing> => the <word-group> <#thing>
[<det>] <#thing> <word-group> => the <word-group> <#thing>
[<det>] <#thing> => the group <#thing>
@to-group
(zur|zum|zu|in|ins|im|auf|bei) <group> => to <group>
(der|dem) <word-group> <#thing> => to the <word-group> <#thing>
(der|dem) <#thing> <word-group> => to the <word-group> <#thing>
@from-group
(aus|von|vom) <group> => from <group>
@app
[(die|das|den|dem|der)] [(aktuelle|aktuellen|neueste|neuesten)] <#thing> => <#thing>
(die|das|den|dem|der) (programm|anwendung|app|applikation|software|tool) <#thing> => <#thing>
<#thing> und <app> => <#thing> and <app>
(die|das|den|dem|der|unser|unseren|unserem) [(gemeinsame|gemeinsamen|geteilte|shared)] (postfach|mailbox|sammelpostfach|gruppenpostfach|teampostfach) <#thing> => the mailbox <#thing>
(die|das|den|dem|der) (ordner|laufwerk|freigabe|verzeichnis) <#thing> => the folder <#thing>
@target
<#address> => the mailbox <#address>
[(die|das|den|dem|der)] <#thing> => the application <#thing>
<app> => <app>
@access
[(den|die|einen|eine)] <access-word> (auf|zu|zum|zur|fuer|in) <target> => <access-word> to <target>
[(eine|die)] [(neue|zusaetzliche|weitere)] (lizenz|lizenzen) (fuer|von|zu) <app> => a licence for <app>
[(eine|die)] [(neue|zusaetzliche|weitere)] <#thing> (lizenz|lizenzen) => a licence for <#thing>
[(einen|den)] <#thing> (zugang|zugriff) => access to the application <#thing>
@access-word
(zugriff|zugang|zugriffsrechte|zugangsrechte|rechte|berechtigung|berechtigungen|freigabe) => access
(lesezugriff|leserechte|leserecht) => read access
(schreibzugriff|schreibrechte|schreibrecht) => write access
(vollzugriff) => full access
@device
(auf|an) <own-thing> [<old>] <word-device> [<#code>] => on <own-thing> <word-device> <#code>
(auf|an) [<det>] <word-device> [<#code>] => on the <word-device> <#code>
(auf|an) <#code> => on <#code>
(auf|an) [<det>] <word-device> von <one-dat> => on the <word-device> of <one-dat>
@word-device
(laptop|notebook|dienstlaptop|arbeitslaptop|firmenlaptop) => laptop
(rechner|pc|computer|arbeitsrechner|dienstrechner|arbeitsplatzrechner|desktop) => computer
(mac|macbook) => Mac
(tablet|ipad) => tablet
geraet => device
@own-device
<own-thing> [<old>] <word-device> [<#code>] => <own-thing> <word-device> <#code>
(der|die|das) <word-device> [<#code>] => the <word-device> <#code>
(der|die|das) <word-device> von <one-dat> => the <word-device> of <one-dat>
<word-device> von <one-dat> => the <word-device> of <one-dat>
<word-device> [<#code>] => the <word-device> <#code>
@printer
(der|den|dem|mein|meinen|meinem|unser|unseren|unserem|die|ein) [<old>] (drucker|netzwerkdrucker|laserdrucker|buerodrucker|etikettendrucker|multifunktionsdrucker|kopierer) [<#code>] [<place>] => the printer <#code> <place>
(drucker|netzwerkdrucker|kopierer) [<#code>] [<place>] => the printer <#code> <place>
<#code> => the printer <#code>
@place
im <#day> stock => on floor <#day>
im (ersten|1) stock => on the first floor
im (zweiten|2) stock => on the second floor
im (dritten|3) stock => on the third floor
im (erdgeschoss|eg) => on the ground floor
im (buero|sekretariat|empfang|flur|keller|lager) => in the office
am empfang => at reception
(in der|in die) (buchhaltung) => in accounting
in raum <#count> => in room <#count>
@net
(das|unser|mein|der|die|meine) <net-word> => the <net-word>
<net-word> => the <net-word>
(die|meine) vpn (verbindung|einwahl) => the VPN connection
vpn (verbindung|einwahl|zugang|client) => the VPN
(das|die) gaeste wlan => the guest wifi
`,
};
