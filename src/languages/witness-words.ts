// Words that tell which language a short text is in: small words, and what people of that language call help-desk things.
// Data only. A word of two of these languages stands in neither list, or in both; names and products stand in none.
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const WITNESSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'en',
    words(`
  about above access account accounts add added adding after again all also always and another any anybody anyone anymore anything are around
  as ask asking asap at attachment away back bad be because been before being between black blank blue blocked both broke broken build but
  button by call called calls came camera cancel can can't cannot card cell change changed charge charger check checking clean clear click close
  closed colleague coming computer connect connected connecting connection contact could couldn't crash crashed crashes crashing create
  day days deactivate dead delete deleted desk did didn't disable disabled display do does doesn't doing don't done door down download drive
  each email emails employee empty enable end error even every everyone everything expire expired expires expiring external fail failed failing fails
  file files find first fix fixed folder folders for forgot forgotten freezes freezing friday from froze frozen full get gets getting give given go
  goes going gone good got grant guest guy had hanging hangs happened has hasn't have haven't having he headset hello help her here him hire hired his
  home hot how i i'd i'll i'm i've if install installed installing into is isn't issue issues it it's its jammed join joined joining joins just
  keep keeps keyboard know large last lately leave leaver leaves leaving left let licence license licenses like line link list locked lock lockout
  log logged login log-in logging long lost loud low machine mail mailbox make makes manager meeting member message missing monday month more morning
  mouse move much must my need needed needs never new news next no nobody nope not nothing now number of off office ok okay old on once one only
  onto open opening opens or order other our out over page pass passcode passwd password passwords pc people permission permissions phone picture please
  pls plz plug possible power print printed printer printers printing prints problem problems put quick quickly read ready really reboot received
  recover register reinstall remote remove removed renew replace report request requested require required resend reset resetting restart restore
  right room running running safe said same save saw say says scan scanner screen screens search second see seems send sender sending sent set
  setup share shared she should shut sign signed signing sign-in signin site slow slowly slows software some somebody someone something sometimes soon sorry
  sound spam speaker staff start started starter starting starts status stay still stolen stop stopped stuck such suddenly support suspicious switch
  take taken takes team tell temp thank thanks that that's the their them then there these they thing think this those though thx ticket tickets time
  to today together token tomorrow too tried trouble try trying turn turned two type typing u unable unblock under uninstall unlock unlocked until
  unusual up update updated updates upgrade upload urgent us use used user users using very view virus visitor voice volume wait waiting want wants
  warning watch way we website week weird well went were what what's when where which who whole why wifi window wipe wireless with within without won't
  word work worked worker working works would wrong yes yesterday yet you your yours hey guys hi join wed thu fri mon tue sat
  got pw pwd cant dont wont ive isnt doesnt didnt whats acct acc thru gonna wanna lol fyi eta hr invite invited invitation remind reminder revoke
  vpn-client keyboard dock docking station monitor monitors laptop laptops desktop tablet charger cable network internet server outage
  phishing clicked hacked fraud scam sharing calendar groups group membership distribution role intern contractor onboarding offboarding offboard onboard
  jam toner paper tray queue spooler offline online`),
  ],
  [
    'de',
    words(`
  ich du er wir ihr mich dich uns euch mir dir ihm ihnen mein meine meinen meinem meiner meines dein deine unser unsere unseren unserem euer eure
  der das den dem ein eine einen einem einer eines kein keine keinen keinem und oder aber denn weil dass ob wenn falls sobald als wie wo wann warum
  wieso weshalb welche welcher welches ist sind bist seid habe hast haben hab habt hatte hatten hätte werde wird wurde wurden werden würde würden kann kannst
  können könnt könnte könnten könntest muss musst müssen soll sollte sollen möchte möchten mag darf dürfen nicht nichts nie niemals nur noch nochmal schon
  auf aus bei beim für gegen im ins mit nach neben ohne über um unter von vom vor zu zum zur zwischen seit ab bis wegen auch sehr mehr wieder immer
  jetzt heute gestern übermorgen sofort bitte danke dank hallo guten tag liebe lieber grüße gruß gruss moin servus tschüss ja nein doch mal
  passwort kennwort konto gesperrt sperre entsperren entsperrt freischalten zurücksetzen zurückgesetzt zurück vergessen abgelaufen anmelden anmeldung
  einloggen zugang zugriff berechtigung gruppe verteiler postfach drucker druckt papierstau hängt geht funktioniert läuft kaputt defekt langsam
  rechner handy neues neue neuer neuen mitarbeiter mitarbeiterin kollege kollegin verlässt startet fängt hinzufügen hinzu entfernen rausnehmen
  installieren deinstallieren lizenz brauche brauchen bräuchte benötige verloren verdächtige gehackt dringend hilfe problem fehler bildschirm tastatur
  maus netzwerk verbindung ticket anfrage erledigt stand neuigkeiten zuruecksetzen zurueck fuer koennen koennte koennten koenntest moechte wuerde
  haengt laeuft benoetige braeuchte ueber gruesse keinen verstehe weiß weiss komme kommen stürzt startet lädt tastatur kabel ladegerät laufwerk ordner
  datei freigabe mailadresse rufnummer telefon besprechung termin kalender einrichten ändern aendern löschen loeschen schicken senden geben gib setz setzen
  füge nimm druckerstau kontosperrung passwortreset kostet gibts gibt weg streikt zieht klappt geklappt`),
  ],
  [
    'fr',
    words(`
  je tu il elle nous vous ils elles me moi toi lui leur mon ma mes ton ta tes notre nos votre vos ce cette ces cet le la les un une des du de au aux et
  ou mais donc car que qui quoi dont où quand comment pourquoi combien est sont suis êtes sommes était ai as avons avez ont avait aurais peux peut
  pouvez pouvons pourriez pourrais pourrait veux veut voudrais voudrait dois doit devez faut faire fait ne pas plus jamais rien aucun sans avec pour par
  dans sur sous chez vers entre depuis avant après pendant aussi très bien encore déjà toujours maintenant demain hier aujourd'hui ici svp stp s'il plaît plait
  te bonjour bonsoir salut merci cordialement madame monsieur oui non j'ai j' l' d' n' qu' c'est n'est
  mot passe compte bloqué bloque bloquée verrouillé déverrouiller débloquer réinitialiser réinitialisation oublié oublie expiré accès accéder connecter connexion
  groupe liste boîte messagerie imprimante bourrage coincée panne marche fonctionne lent ordinateur portable téléphone nouveau nouvelle collègue employé
  ajouter ajoutez retirer retirez enlever supprimer installer installez désinstaller licence besoin perdu suspect suspecte piraté urgent aide problème erreur
  écran clavier souris réseau demande état besoin mise jour arrive commence quitte départ reinitialiser reinitialisez réinitialisez deverrouiller debloquer
  acces oublie connait d'un d'une l'imprimante l'accès n'arrive n'ai m'a m'ajouter mdp nouveau mes envoyer envoyez donner donnez changer changez`),
  ],
  [
    'es',
    words(`
  yo tú él ella nosotros ustedes usted ellos me mi mis tu tus su sus nuestro nuestra este esta esto estos ese esa eso el la los las un una unos unas del de
  al y o pero porque que qué quien quién cual cuál cuando cuándo donde dónde como cómo por para con sin sobre entre hasta desde según es son soy eres
  está están estoy era fue ser estar he ha has hemos han había tengo tiene tienen tenemos puedo puede puedes pueden podría podrían podrías quiero quiere
  quisiera necesito necesita necesitamos debo debe hay hacer no nunca nada nadie ningún ya también muy más aún todavía siempre ahora hoy mañana ayer aquí
  hola buenos buenas días tardes noches gracias favor saludos sí
  contraseña contrasena clave cuenta bloqueada bloqueado desbloquear desbloqueen restablecer restablezcan restablezca olvidé olvidado olvide caducado caducó
  acceso acceder entrar conectar conexión grupo lista buzón correo impresora atascada atasco imprime funciona lento lenta ordenador computadora portátil
  teléfono móvil celular nuevo nueva compañero compañera empleado añadir agregar añadan agreguen quitar quiten eliminar instalar instalen desinstalar licencia
  perdí perdido sospechoso sospechosa hackeado hackeada urgente ayuda problema error pantalla teclado ratón red solicitud estado baja alta empieza
  se le les lo va anda sirve deja podéis podeis podrían podrian cambiar enviar dar den`),
  ],
  [
    'nl',
    words(`
  ik jij je hij zij wij we jullie mij me mijn jouw zijn haar ons onze hun de het een geen en of maar want omdat dat die dit deze wie wat waar wanneer
  waarom hoe is ben bent waren heb hebt heeft hebben had hadden kan kun kunt kunnen kon zou zouden wil wilt willen moet moeten mag mogen wordt worden werd
  niet niets nooit nog al ook heel erg weer altijd nu vandaag gisteren morgen naar van voor met bij op uit aan om over onder tussen zonder sinds tot te
  alsjeblieft alstublieft aub hallo hoi goedemorgen goedemiddag dag bedankt dank groeten groet ja nee graag
  wachtwoord vergeten verlopen account geblokkeerd vergrendeld ontgrendelen resetten inloggen aanmelden toegang groep lijst postvak printer vastgelopen
  werkt doet langzaam traag computer telefoon nieuwe nieuw collega medewerker toevoegen toe verwijderen installeren licentie nodig kwijt verloren
  verdachte gehackt dringend hulp probleem fout scherm toetsenbord muis netwerk verbinding melding start vertrekt`),
  ],
  [
    'it',
    words(`
  io tu lui lei noi voi loro mi ti ci vi mio mia miei mie tuo tua suo sua nostro nostra vostro il lo la gli le un uno una del della dello dei delle degli
  di a da nel nella sul sulla al alla allo ai con per tra fra e ed o ma perché perche che chi cosa quale quando dove come quanto è sono sei siamo siete era
  ho hai ha abbiamo avete hanno posso puoi può possiamo potete possono potrebbe potreste potresti voglio vuole vorrei devo deve bisogna non mai niente nulla
  già anche molto più ancora sempre adesso ora oggi ieri domani qui ciao buongiorno buonasera salve grazie favore cortesia saluti sì
  password dimenticato dimenticata scaduta scaduto account bloccato bloccata sbloccare reimpostare accesso accedere entrare connettere connessione gruppo
  lista casella posta stampante inceppata bloccata stampa funziona lento lenta computer portatile telefono cellulare nuovo nuova collega dipendente
  aggiungere aggiungete aggiungi rimuovere rimuovete togliere installare installate licenza bisogno serve perso sospetto sospetta urgente aiuto problema errore
  schermo tastiera rete richiesta inizia lascia riesco`),
  ],
  [
    'pt',
    words(`
  eu tu você ele ela nós vocês eles me mim meu minha meus minhas teu tua seu sua nosso nossa o os um uma uns umas do da dos das no na nos nas ao à aos pelo
  pela de em com sem por para e ou mas porque que quem qual quando onde como é são sou está estão estou foi era ser estar tenho tem têm temos tinha
  posso pode podem poderia poderiam quero quer queria gostaria preciso precisa precisamos devo deve há não nunca nada ninguém já também muito mais ainda
  sempre agora hoje ontem amanhã aqui olá oi bom boa dia tarde noite obrigado obrigada favor cumprimentos sim
  senha palavra-passe passe conta bloqueada bloqueado desbloquear redefinir repor esqueci expirou expirada acesso acessar aceder entrar ligar conectar conexão
  grupo lista caixa correio impressora encravada presa imprime funciona lento lenta computador portátil telefone celular telemóvel novo nova colega
  funcionário adicionar adicione adicionem remover removam retirar instalar instalem licença perdi suspeito suspeita urgente ajuda problema erro tela ecrã
  teclado rato rede pedido começa sai consigo nao esta`),
  ],
]);

/** English words that other languages say too: alone they are no witness of English. All of them stand in its list. */
export const LOANS: ReadonlySet<string> = words(`
  reset internet laptop laptops link password passwords account accounts mail email emails mailbox phishing scanner monitor ticket tickets
  server update updates login token pc pw wifi team status support spam virus start file folder
  desktop tablet online offline software manager meeting display`);
