<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Told when the phone system has started</source>
        <translation>Erfährt, wann die Telefonanlage gestartet ist</translation>
    </message>
    <message>
        <source>Start of the phone system</source>
        <translation>Start der Telefonanlage</translation>
    </message>
    <message>
        <source>May {do}</source>
        <translation>Recht: {do}</translation>
    </message>
    <message>
        <source>Rights of the account</source>
        <translation>Rechte des Kontos</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>No rights that are never needed (write = {told})</source>
        <translation>Keine Rechte, die nie gebraucht werden (write = {told})</translation>
    </message>
    <message>
        <source>Version of the phone system</source>
        <translation>Version der Telefonanlage</translation>
    </message>
    <message>
        <source>No known holes in Asterisk {version}</source>
        <translation>Keine bekannten Lücken in Asterisk {version}</translation>
    </message>
    <message>
        <source>Known holes in Asterisk {version}</source>
        <translation>Bekannte Lücken in Asterisk {version}</translation>
    </message>
    <message>
        <source>Clocks agree</source>
        <translation>Die Uhren stimmen überein</translation>
    </message>
    <message>
        <source>Clock of the phone system</source>
        <translation>Uhr der Telefonanlage</translation>
    </message>
    <message>
        <source>Phones of {extension}</source>
        <translation>Telefone von {extension}</translation>
    </message>
    <message>
        <source>Phone {device}</source>
        <translation>Telefon {device}</translation>
    </message>
    <message>
        <source>Context {context}</source>
        <translation>Kontext {context}</translation>
    </message>
    <message>
        <source>Extension {extension} in {context}</source>
        <translation>Nebenstelle {extension} in {context}</translation>
    </message>
    <message>
        <source>Announcement {announcement} in {context}</source>
        <translation>Ansage {announcement} in {context}</translation>
    </message>
    <message>
        <source>State of {extension} is told ({hint})</source>
        <translation>Der Zustand von {extension} wird gemeldet ({hint})</translation>
    </message>
    <message>
        <source>State of {extension}</source>
        <translation>Zustand von {extension}</translation>
    </message>
    <message numerus="yes">
        <source>The state of {n} colleague is told</source>
        <comment>The states of {n} colleagues are told</comment>
        <translation>
            <numerusform>Der Zustand von {n} Kollegen wird gemeldet</numerusform>
            <numerusform>Die Zustände von {n} Kollegen werden gemeldet</numerusform>
        </translation>
    </message>
    <message>
        <source>States of colleagues</source>
        <translation>Zustände der Kollegen</translation>
    </message>
    <message>
        <source>Recording key {wanted}</source>
        <translation>Aufnahmetaste {wanted}</translation>
    </message>
    <message>
        <source>Keyring {name}</source>
        <translation>Schlüsselbund {name}</translation>
    </message>
    <message>
        <source>Phone links</source>
        <translation>Telefon-Links</translation>
    </message>
    <message>
        <source>Traydial opens phone links</source>
        <translation>Traydial öffnet Telefon-Links</translation>
    </message>
    <message>
        <source>Global keys are free</source>
        <translation>Die globalen Tasten sind frei</translation>
    </message>
    <message>
        <source>Global keys</source>
        <translation>Globale Tasten</translation>
    </message>
    <message>
        <source>Tray is there</source>
        <translation>Der Infobereich ist da</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>{name} is {reached}</source>
        <translation>{name} ist {reached}</translation>
    </message>
    <message>
        <source>Address of {name}</source>
        <translation>Adresse von {name}</translation>
    </message>
    <message>
        <source>Port {port} is open</source>
        <translation>Port {port} ist offen</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Sichere Verbindung</translation>
    </message>
    <message>
        <source>Network of the phone system</source>
        <translation>Netz der Telefonanlage</translation>
    </message>
    <message>
        <source>Secure connection by {version} ({cipher})</source>
        <translation>Sichere Verbindung mit {version} ({cipher})</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>manager.conf is not for this account to read</source>
        <translation>manager.conf darf dieses Konto nicht lesen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Connected to {host} and logged in</source>
        <translation>Mit {host} verbunden und angemeldet</translation>
    </message>
    <message>
        <source>Connection to {host}</source>
        <translation>Verbindung zu {host}</translation>
    </message>
    <message>
        <source>Program for calls: {program}</source>
        <translation>Programm für Anrufe: {program}</translation>
    </message>
    <message>
        <source>via {via}</source>
        <translation>über {via}</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>wird aufgenommen</translation>
    </message>
    <message>
        <source>There are no calls.</source>
        <translation>Es gibt keine Gespräche.</translation>
    </message>
    <message>
        <source>Say on or off: traydial record CALL on</source>
        <translation>Geben Sie on oder off an: traydial record GESPRÄCH on</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>The demo phone system is running; Ctrl+C ends it.
Calls come in now and then and are shown below. To call somebody yourself, in another terminal:

  {command}

7002 Bob answers, 7004 is busy, 7005 does not answer, 7006 declines.

</source>
        <translation>Die Demo-Telefonanlage läuft; Strg+C beendet sie.
Ab und zu kommen Anrufe und werden unten angezeigt. Um selbst anzurufen, in einem anderen Terminal:

  {command}

7002 Bob nimmt ab, 7004 ist besetzt, 7005 nimmt nicht ab, 7006 lehnt ab.

</translation>
    </message>
    <message>
        <source>What was saved is played; Ctrl+C ends it. The calls in it are shown below.

</source>
        <translation>Die Aufzeichnung wird abgespielt; Strg+C beendet sie. Die Gespräche darin werden unten angezeigt.

</translation>
    </message>
    <message>
        <source>That was all of it. Quit Traydial to end.</source>
        <translation>Das war alles. Beenden Sie Traydial zum Schluss.</translation>
    </message>
    <message>
        <source>There is no screen to show a window on. Try it in the terminal: traydial demo --headless</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster. Versuchen Sie es im Terminal: traydial demo --headless</translation>
    </message>
    <message>
        <source>{file} cannot be played: {why}</source>
        <translation>{file} kann nicht abgespielt werden: {why}</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Contacts: {source}</source>
        <translation>Kontakte: {source}</translation>
    </message>
    <message numerus="yes">
        <source>Forgotten, with {n} call.</source>
        <comment>Forgotten, with {n} calls.</comment>
        <translation>
            <numerusform>Vergessen, mit {n} Gespräch.</numerusform>
            <numerusform>Vergessen, mit {n} Gesprächen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings and records of the phone system are its own.</source>
        <translation>Aufnahmen und Gesprächsdaten der Telefonanlage gehören ihr selbst.</translation>
    </message>
    <message>
        <source>Traydial was closed meanwhile.</source>
        <translation>Traydial wurde inzwischen beendet.</translation>
    </message>
    <message>
        <source>No copy of Traydial is running, and without a screen none can be started. Use --headless to do it from here.</source>
        <translation>Traydial läuft nicht, und ohne Bildschirm kann es nicht gestartet werden. Mit --headless geht es von hier aus.</translation>
    </message>
    <message>
        <source>a part of Traydial is not installed: pip install &apos;traydial[{extra}]&apos;</source>
        <translation>ein Teil von Traydial ist nicht installiert: pip install &apos;traydial[{extra}]&apos;</translation>
    </message>
    <message>
        <source>That is no whole number, with its country or its area.</source>
        <translation>Das ist keine vollständige Nummer mit Land oder Vorwahl.</translation>
    </message>
    <message>
        <source>Use this phone? Type yes and Enter.</source>
        <translation>Dieses Telefon verwenden? Tippen Sie ja und Enter.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{phone} is your phone now.</source>
        <translation>{phone} ist jetzt Ihr Telefon.</translation>
    </message>
    <message>
        <source>That is your phone now.</source>
        <translation>Das ist jetzt Ihr Telefon.</translation>
    </message>
    <message>
        <source>Say first which extension is yours: phone.extension in the settings.</source>
        <translation>Sagen Sie zuerst, welche Nebenstelle Ihre ist: phone.extension in den Einstellungen.</translation>
    </message>
    <message>
        <source>There is no feature {error}. There are: {known}.</source>
        <translation>Die Funktion {error} gibt es nicht. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>Or say which version it is: --asterisk 22</source>
        <translation>Oder geben Sie die Version an: --asterisk 22</translation>
    </message>
    <message>
        <source>Your phone is not set up yet: PJSIP/{extension} was taken for it.</source>
        <translation>Ihr Telefon ist noch nicht eingerichtet: PJSIP/{extension} wurde dafür angenommen.</translation>
    </message>
    <message>
        <source>Traydial is not running.</source>
        <translation>Traydial läuft nicht.</translation>
    </message>
    <message>
        <source>Traydial does not end.</source>
        <translation>Traydial lässt sich nicht beenden.</translation>
    </message>
    <message>
        <source>That could not be written: {why}</source>
        <translation>Das konnte nicht geschrieben werden: {why}</translation>
    </message>
    <message>
        <source>{scheme}: links are opened by {name}</source>
        <translation>{scheme}: Links werden von {name} geöffnet</translation>
    </message>
    <message>
        <source>{scheme}: links are opened by no program</source>
        <translation>{scheme}: Links werden von keinem Programm geöffnet</translation>
    </message>
    <message>
        <source>There is no screen to show a window on. Use --headless with a verb, or traydial demo --headless to try it.</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster. Verwenden Sie --headless mit einem Befehl, oder traydial demo --headless zum Ausprobieren.</translation>
    </message>
    <message>
        <source>Traydial is running already.</source>
        <translation>Traydial läuft schon.</translation>
    </message>
    <message>
        <source>That request was not understood; is another version running?</source>
        <translation>Diese Anfrage wurde nicht verstanden; läuft eine andere Version?</translation>
    </message>
    <message>
        <source>Traydial asks before it dials.</source>
        <translation>Traydial fragt, bevor es wählt.</translation>
    </message>
    <message>
        <source>Something went wrong in Traydial; its log tells more.</source>
        <translation>In Traydial ist etwas schiefgegangen; das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>The phone system answers at {host}</source>
        <translation>Die Telefonanlage antwortet unter {host}</translation>
    </message>
    <message>
        <source>url and username of [ldap]</source>
        <translation>url und username von [ldap]</translation>
    </message>
    <message>
        <source>url and username of [carddav]</source>
        <translation>url und username von [carddav]</translation>
    </message>
    <message>
        <source>url and header of [crm]</source>
        <translation>url und header von [crm]</translation>
    </message>
    <message>
        <source>a url with a user of [database]</source>
        <translation>eine url mit Benutzer von [database]</translation>
    </message>
    <message>
        <source>a url with a user of [cdr]</source>
        <translation>eine url mit Benutzer von [cdr]</translation>
    </message>
    <message>
        <source>hosts and username</source>
        <translation>hosts und username</translation>
    </message>
    <message>
        <source>Set {lacks} in {file} first.</source>
        <translation>Tragen Sie zuerst {lacks} in {file} ein.</translation>
    </message>
    <message>
        <source>The password must have 1 to 1000 characters.</source>
        <translation>Das Passwort muss 1 bis 1000 Zeichen lang sein.</translation>
    </message>
    <message>
        <source>The running copy keeps the password until it is closed.</source>
        <translation>Das laufende Traydial behält das Passwort, bis es beendet wird.</translation>
    </message>
    <message>
        <source>The password is stored in the keyring.</source>
        <translation>Das Passwort liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Traydial dials from your desk: your own phone rings first, then the other party.

  traydial                         start in the tray
  traydial dial NUMBER             call a number and follow the call
  traydial tel:NUMBER              the same from a link, without waiting for the end
  traydial watch                   print a line for every change of your calls
  traydial calls                   print the calls there are now
  traydial record CALL on|off      record a call, or stop recording it
  traydial transfer CALL TARGET    give a call to somebody else
  traydial answer CALL             let your phone pick up, where it can be told to
  traydial hangup CALL             end, cancel or decline a call
  traydial status                  say whether the phone system is reached
  traydial quit                    end the copy that runs, and wait until it has ended
  traydial pair                    find your phone by a number that you dial on it
  traydial forget NUMBER           delete everything that is kept of a number
  traydial origin NUMBER           say where a number is from
  traydial doctor                  check it all, line by line: green, amber or red, and what helps
  traydial pbx-config              print what manager.conf needs for you, and nothing more
  traydial secret set [SOURCE]     store the password, read from standard input; SOURCE is
                                   one of ldap, carddav, crm, database, cdr
  traydial dial --selection        call the number that is selected in any window
  traydial dial --clipboard        call the number that was copied
  traydial register [--sip]        let Traydial open phone links
  traydial unregister              leave phone links to other programs again
  traydial handler                 say which program opens phone links
  traydial import FILE             take settings that you were sent; shows first what changes
  traydial demo                    try it all on a built-in demo phone system

  --quietly          start in the tray, and do nothing where a copy runs already
  --headless         do it in this process, without a window and without a running copy
  --json             print JSON lines
  --profile DIR      keep config, data and socket in DIR
  --trace FILE       doctor: write what is said to the phone system, without passwords
  --for FEATURES     pbx-config: the features wanted, with commas; all or usual for many
  --asterisk VERSION pbx-config: for this version, instead of asking the phone system
  --calls-every S    demo: somebody calls in every S seconds
  --replay FILE      demo: play what &quot;Save what just happened&quot; saved, instead of the office
  --version, --help

CALL is the id in the first column of &quot;traydial calls&quot;.
Exit codes: 0 done (dial: answered), 2 usage or no number, 3 not reached, 4 phone system
unreachable, 5 login refused, 6 certificate not trusted, 7 not permitted, 1 anything else.
</source>
        <translation>Traydial wählt von Ihrem Schreibtisch: zuerst klingelt Ihr Telefon, dann das andere.

  traydial                         im Infobereich starten
  traydial dial NUMMER             eine Nummer anrufen und das Gespräch verfolgen
  traydial tel:NUMMER              dasselbe aus einem Link, ohne das Ende abzuwarten
  traydial watch                   eine Zeile bei jeder Änderung Ihrer Gespräche ausgeben
  traydial calls                   die laufenden Gespräche ausgeben
  traydial record GESPRÄCH on|off  ein Gespräch aufnehmen oder die Aufnahme beenden
  traydial transfer GESPRÄCH ZIEL  ein Gespräch an jemanden weitergeben
  traydial answer GESPRÄCH         Ihr Telefon abheben lassen, wo es das kann
  traydial hangup GESPRÄCH         ein Gespräch beenden, abbrechen oder ablehnen
  traydial status                  sagen, ob die Telefonanlage erreichbar ist
  traydial quit                    das laufende Traydial beenden und darauf warten
  traydial pair                    Ihr Telefon an einer Nummer erkennen, die Sie dort wählen
  traydial forget NUMMER           alles löschen, was zu einer Nummer gespeichert ist
  traydial origin NUMMER           sagen, woher eine Nummer ist
  traydial doctor                  alles prüfen, Zeile für Zeile: grün, gelb oder rot, und was hilft
  traydial pbx-config              ausgeben, was manager.conf für Sie braucht, und nicht mehr
  traydial secret set [QUELLE]     das Passwort speichern, von der Standardeingabe; QUELLE ist
                                   ldap, carddav, crm, database oder cdr
  traydial dial --selection        die Nummer anrufen, die irgendwo markiert ist
  traydial dial --clipboard        die Nummer anrufen, die kopiert wurde
  traydial register [--sip]        Telefon-Links von Traydial öffnen lassen
  traydial unregister              Telefon-Links wieder anderen Programmen überlassen
  traydial handler                 sagen, welches Programm Telefon-Links öffnet
  traydial import DATEI            zugesandte Einstellungen übernehmen; zeigt vorher die Änderungen
  traydial demo                    alles an der eingebauten Demo-Telefonanlage ausprobieren

  --quietly          im Infobereich starten; nichts tun, wo Traydial schon läuft
  --headless         in diesem Prozess ausführen, ohne Fenster und ohne laufendes Traydial
  --json             JSON-Zeilen ausgeben
  --profile ORDNER   Einstellungen, Daten und Socket in ORDNER halten
  --trace DATEI      doctor: das Gespräch mit der Telefonanlage mitschreiben, ohne Passwörter
  --for FUNKTIONEN   pbx-config: die gewünschten Funktionen, mit Kommas; all oder usual für viele
  --asterisk VERSION pbx-config: für diese Version, statt die Telefonanlage zu fragen
  --calls-every S    demo: alle S Sekunden ruft jemand an
  --replay DATEI     demo: abspielen, was „Letzte Vorgänge speichern“ gesichert hat
  --version, --help

GESPRÄCH ist die Kennung in der ersten Spalte von „traydial calls“.
Rückgabewerte: 0 erledigt (dial: angenommen), 2 Aufruf falsch oder keine Nummer, 3 nicht
erreicht, 4 Telefonanlage nicht erreichbar, 5 Anmeldung abgelehnt, 6 Zertifikat nicht
vertrauenswürdig, 7 nicht erlaubt, 1 alles andere.
</translation>
    </message>
    <message>
        <source>{name} takes no value</source>
        <translation>{name} nimmt keinen Wert</translation>
    </message>
    <message>
        <source>there is no option {name}</source>
        <translation>die Option {name} gibt es nicht</translation>
    </message>
    <message>
        <source>{name} needs a value</source>
        <translation>{name} braucht einen Wert</translation>
    </message>
    <message>
        <source>--calls-every needs a number of seconds, 1 or more</source>
        <translation>--calls-every braucht eine Zahl von Sekunden, 1 oder mehr</translation>
    </message>
    <message>
        <source>one link at a time</source>
        <translation>nur ein Link auf einmal</translation>
    </message>
    <message>
        <source>what is selected is read by the running copy, without --headless</source>
        <translation>was markiert ist, liest das laufende Traydial, ohne --headless</translation>
    </message>
    <message>
        <source>say: traydial dial --selection, or dial --clipboard</source>
        <translation>richtig ist: traydial dial --selection, oder dial --clipboard</translation>
    </message>
    <message>
        <source>--sip belongs to register</source>
        <translation>--sip gehört zu register</translation>
    </message>
    <message>
        <source>--for and --asterisk belong to pbx-config</source>
        <translation>--for und --asterisk gehören zu pbx-config</translation>
    </message>
    <message>
        <source>--trace belongs to doctor</source>
        <translation>--trace gehört zu doctor</translation>
    </message>
    <message>
        <source>--replay belongs to demo</source>
        <translation>--replay gehört zu demo</translation>
    </message>
    <message>
        <source>there is no verb {verb}</source>
        <translation>den Befehl {verb} gibt es nicht</translation>
    </message>
    <message>
        <source>say: traydial secret set, or secret set {sources}</source>
        <translation>richtig ist: traydial secret set, oder secret set {sources}</translation>
    </message>
    <message>
        <source>import shows what changes in a window, without --headless</source>
        <translation>import zeigt die Änderungen in einem Fenster, ohne --headless</translation>
    </message>
    <message numerus="yes">
        <source>{verb} takes {n} argument</source>
        <comment>{verb} takes {n} arguments</comment>
        <translation>
            <numerusform>{verb} nimmt {n} Argument</numerusform>
            <numerusform>{verb} nimmt {n} Argumente</numerusform>
        </translation>
    </message>
    <message>
        <source>{verb} takes no arguments</source>
        <translation>{verb} nimmt keine Argumente</translation>
    </message>
    <message>
        <source>{error}. See traydial --help.</source>
        <translation>{error}. Siehe traydial --help.</translation>
    </message>
    <message>
        <source>Traydial did not start in time.</source>
        <translation>Traydial ist nicht rechtzeitig gestartet.</translation>
    </message>
    <message>
        <source>{text} is no number, nor the beginning of one like +4930*</source>
        <translation>{text} ist keine Nummer und auch kein Anfang wie +4930*</translation>
    </message>
    <message>
        <source>{text} would block far more than one caller</source>
        <translation>{text} würde weit mehr als einen Anrufer sperren</translation>
    </message>
    <message>
        <source>must be an extension, like 7001</source>
        <translation>muss eine Nebenstelle sein, wie 7001</translation>
    </message>
    <message>
        <source>in</source>
        <comment>direction</comment>
        <translation>ein</translation>
    </message>
    <message>
        <source>out</source>
        <comment>direction</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>aufgelegt</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>weitergegeben</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>geparkt</translation>
    </message>
    <message>
        <source>answered elsewhere</source>
        <translation>anderswo angenommen</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verpasst</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>besetzt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>zurückgewiesen</translation>
    </message>
    <message>
        <source>own phone not answered</source>
        <translation>eigenes Telefon nicht abgehoben</translation>
    </message>
    <message>
        <source>own phone declined</source>
        <translation>am eigenen Telefon abgelehnt</translation>
    </message>
    <message>
        <source>own phone not reachable</source>
        <translation>eigenes Telefon nicht erreichbar</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>is not an address</source>
        <translation>ist keine Adresse</translation>
    </message>
    <message>
        <source>must be at the same host as the address: the key is for that one</source>
        <translation>muss auf demselben Rechner liegen wie die Adresse: der Schlüssel ist für diesen</translation>
    </message>
    <message>
        <source>needs an address that begins with https://, or anybody on the way can read the key</source>
        <translation>braucht eine Adresse mit https://, sonst kann unterwegs jeder den Schlüssel lesen</translation>
    </message>
    <message>
        <source>must not hold a password; it belongs into the keyring: {where}</source>
        <translation>darf kein Passwort enthalten; das gehört in den Schlüsselbund: {where}</translation>
    </message>
    <message>
        <source>the settings window, or traydial secret set {section}</source>
        <translation>das Einstellungsfenster, oder traydial secret set {section}</translation>
    </message>
    <message>
        <source>must be written like ldaps://directory.example or ldap://…:389</source>
        <translation>muss geschrieben sein wie ldaps://directory.example oder ldap://…:389</translation>
    </message>
    <message>
        <source>must end after the host; the branch that is searched is the base</source>
        <translation>muss nach dem Rechner enden; der durchsuchte Zweig steht als Basis</translation>
    </message>
    <message>
        <source>must be written like https://cloud.example/dav/anna/contacts/</source>
        <translation>muss geschrieben sein wie https://cloud.example/dav/anna/contacts/</translation>
    </message>
    <message>
        <source>must begin with https://, or anybody on the way can read the password</source>
        <translation>muss mit https:// beginnen, sonst kann unterwegs jeder das Passwort lesen</translation>
    </message>
    <message>
        <source>must be written like postgresql://reader@db.example/crm</source>
        <translation>muss geschrieben sein wie postgresql://reader@db.example/crm</translation>
    </message>
    <message>
        <source>must not hold a password; it belongs into the keyring: {store}</source>
        <translation>darf kein Passwort enthalten; das gehört in den Schlüsselbund: {store}</translation>
    </message>
    <message>
        <source>the number, like {e164}</source>
        <translation>die Nummer, etwa {e164}</translation>
    </message>
    <message>
        <source>the name, {text}</source>
        <translation>den Namen, {text}</translation>
    </message>
    <message>
        <source>must be written like https://crm.example/find?phone={e164}</source>
        <translation>muss geschrieben sein wie https://crm.example/find?phone={e164}</translation>
    </message>
    <message>
        <source>must not have a place in the name of the host</source>
        <translation>darf keinen Platzhalter im Namen des Rechners haben</translation>
    </message>
    <message>
        <source>must have a place for {what}</source>
        <translation>braucht einen Platzhalter für {what}</translation>
    </message>
    <message>
        <source>must be a text in quotes</source>
        <translation>muss ein Text in Anführungszeichen sein</translation>
    </message>
    <message>
        <source>must not hold control characters</source>
        <translation>darf keine Steuerzeichen enthalten</translation>
    </message>
    <message>
        <source>must ask for {given}</source>
        <translation>muss nach {given} fragen</translation>
    </message>
    <message>
        <source>has :{unknown}; there is only {given}</source>
        <translation>hat :{unknown}; es gibt nur {given}</translation>
    </message>
    <message>
        <source>must be the name of a header, like X-Api-Key</source>
        <translation>muss der Name einer Kopfzeile sein, wie X-Api-Key</translation>
    </message>
    <message>
        <source>must be an entry of the phone system&apos;s database: DND/{extension}</source>
        <translation>muss ein Eintrag der Datenbank der Telefonanlage sein: DND/{extension}</translation>
    </message>
    <message>
        <source>must be a state like Custom:DND{extension}</source>
        <translation>muss ein Zustand sein wie Custom:DND{extension}</translation>
    </message>
    <message>
        <source>must be a word, like YES</source>
        <translation>muss ein Wort sein, wie YES</translation>
    </message>
    <message>
        <source>must be a code, like *78</source>
        <translation>muss ein Code sein, wie *78</translation>
    </message>
    <message numerus="yes">
        <source>{first} or {n} other</source>
        <comment>{first} or {n} others</comment>
        <translation>
            <numerusform>{first} oder {n} andere Person</numerusform>
            <numerusform>{first} oder {n} andere</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} oder {second}</translation>
    </message>
    <message>
        <source>dialled as {number}: {reasons}</source>
        <translation>gewählt wird {number}: {reasons}</translation>
    </message>
    <message>
        <source>a rule of your office changes it</source>
        <translation>eine Regel Ihres Büros ändert es</translation>
    </message>
    <message>
        <source>+{code} is the code of your country</source>
        <translation>+{code} ist die Vorwahl Ihres Landes</translation>
    </message>
    <message>
        <source>+{code} is the code of that country</source>
        <translation>+{code} ist die Vorwahl jenes Landes</translation>
    </message>
    <message>
        <source>{code} dials another country of North America</source>
        <translation>{code} wählt ein anderes Land Nordamerikas</translation>
    </message>
    <message>
        <source>+{code} is not dialled within the country</source>
        <translation>+{code} wird im Inland nicht gewählt</translation>
    </message>
    <message>
        <source>{idd} dials abroad</source>
        <translation>{idd} wählt ins Ausland</translation>
    </message>
    <message>
        <source>{idd}{code} is your country</source>
        <translation>{idd}{code} ist Ihr Land</translation>
    </message>
    <message>
        <source>{prefix} gets an outside line</source>
        <translation>{prefix} holt eine Amtsleitung</translation>
    </message>
    <message>
        <source>{area} is the area code of the office</source>
        <translation>{area} ist die Vorwahl des Büros</translation>
    </message>
    <message>
        <source>so it is dialled from here</source>
        <translation>so wird es von hier gewählt</translation>
    </message>
    <message>
        <source>has {found}; there is only {known}</source>
        <translation>hat {found}; es gibt nur {known}</translation>
    </message>
    <message>
        <source>begins with {scheme}:, which is not among the schemes</source>
        <translation>beginnt mit {scheme}:, das nicht zu den erlaubten Anfängen gehört</translation>
    </message>
    <message>
        <source>{text} must be written: source -&gt; address</source>
        <translation>{text} muss geschrieben sein: Quelle -&gt; Adresse</translation>
    </message>
    <message>
        <source>may have {most} arguments at most</source>
        <translation>darf höchstens {most} Argumente haben</translation>
    </message>
    <message>
        <source>must begin with a program; a caller may not choose it</source>
        <translation>muss mit einem Programm beginnen; ein Anrufer darf es nicht wählen</translation>
    </message>
    <message>
        <source>may not be a batch file: cmd.exe would read names as commands</source>
        <translation>darf keine Batch-Datei sein: cmd.exe würde Namen als Befehle lesen</translation>
    </message>
    <message>
        <source>may not have a place within a script: a name would be read as a command. Give it as an argument of its own</source>
        <translation>darf keinen Platzhalter in einem Skript haben: ein Name würde als Befehl gelesen. Geben Sie ihn als eigenes Argument</translation>
    </message>
    <message>
        <source>see calls</source>
        <translation>Gespräche sehen</translation>
    </message>
    <message>
        <source>dial</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>hang up</source>
        <translation>auflegen</translation>
    </message>
    <message>
        <source>transfer calls</source>
        <translation>Gespräche weitergeben</translation>
    </message>
    <message>
        <source>get callers back whom nobody takes</source>
        <translation>Anrufer zurückbekommen, die niemand annimmt</translation>
    </message>
    <message>
        <source>send a note with a caller</source>
        <translation>eine Notiz zu einem Anrufer mitgeben</translation>
    </message>
    <message>
        <source>ask a colleague first</source>
        <translation>zuerst bei einem Kollegen nachfragen</translation>
    </message>
    <message>
        <source>park calls</source>
        <translation>Gespräche parken</translation>
    </message>
    <message>
        <source>send digits</source>
        <translation>Ziffern senden</translation>
    </message>
    <message>
        <source>answer from the screen</source>
        <translation>vom Bildschirm aus annehmen</translation>
    </message>
    <message>
        <source>see colleagues’ phones</source>
        <translation>die Telefone der Kollegen sehen</translation>
    </message>
    <message>
        <source>record</source>
        <translation>aufnehmen</translation>
    </message>
    <message>
        <source>record by the phone system’s own key</source>
        <translation>mit der Taste der Telefonanlage aufnehmen</translation>
    </message>
    <message>
        <source>pause a recording</source>
        <translation>eine Aufnahme anhalten</translation>
    </message>
    <message>
        <source>log in to queues and pause</source>
        <translation>sich an Warteschlangen anmelden und pausieren</translation>
    </message>
    <message>
        <source>set do not disturb and forwarding</source>
        <translation>„Nicht stören“ und Weiterleitungen setzen</translation>
    </message>
    <message>
        <source>see names that the phone system keeps</source>
        <translation>Namen sehen, die die Telefonanlage kennt</translation>
    </message>
    <message>
        <source>shows who calls; `read = system` tells when a restarted phone system is ready</source>
        <translation>zeigt, wer anruft; `read = system` meldet, wann eine neu gestartete Telefonanlage bereit ist</translation>
    </message>
    <message>
        <source>rings the own phone, then the number</source>
        <translation>lässt das eigene Telefon klingeln, dann das der Nummer</translation>
    </message>
    <message>
        <source>ends, declines and cancels</source>
        <translation>beendet, lehnt ab und bricht ab</translation>
    </message>
    <message>
        <source>moves the other party, after asking whether the target exists</source>
        <translation>gibt den anderen weiter, nachdem gefragt wurde, ob es das Ziel gibt</translation>
    </message>
    <message>
        <source>lets a caller wait in the parking lot until the target answers; without it a transfer is the dialplan’s affair</source>
        <translation>lässt einen Anrufer auf einem Parkplatz warten, bis das Ziel abhebt; ohne das ist eine Weitergabe Sache des Wählplans</translation>
    </message>
    <message>
        <source>passes on a line that the colleague reads before they lift; `read = user` shows those of others</source>
        <translation>gibt eine Zeile mit, die der Kollege vor dem Abheben liest; `read = user` zeigt die der anderen</translation>
    </message>
    <message>
        <source>calls a colleague first, then connects the two or makes it three</source>
        <translation>ruft zuerst einen Kollegen an und verbindet dann die beiden oder macht es zu dritt</translation>
    </message>
    <message>
        <source>lets a caller wait, and lists who waits</source>
        <translation>lässt einen Anrufer warten und zeigt, wer wartet</translation>
    </message>
    <message>
        <source>keys digits for a menu at the other end</source>
        <translation>sendet Ziffern für ein Menü am anderen Ende</translation>
    </message>
    <message>
        <source>lets a desk phone that knows `Event: talk` lift or swap calls; wants `pjsip_notify.conf`</source>
        <translation>lässt ein Tischtelefon, das `Event: talk` kennt, abheben oder wechseln; braucht `pjsip_notify.conf`</translation>
    </message>
    <message>
        <source>tells from the dialplan’s hints who is free</source>
        <translation>erkennt an den Hints des Wählplans, wer frei ist</translation>
    </message>
    <message>
        <source>starts a recording on the phone system, and stops that one alone</source>
        <translation>startet eine Aufnahme auf der Telefonanlage und beendet nur diese</translation>
    </message>
    <message>
        <source>records where `recording.one_touch` names the key (`automixmon` in `features.conf`)</source>
        <translation>nimmt auf, wo `recording.one_touch` die Taste nennt (`automixmon` in `features.conf`)</translation>
    </message>
    <message>
        <source>leaves out what must not be kept, say card numbers</source>
        <translation>lässt aus, was nicht aufbewahrt werden darf, etwa Kartennummern</translation>
    </message>
    <message>
        <source>logs in to queues, pauses and logs out; who waits is told without it</source>
        <translation>meldet an Warteschlangen an, pausiert und meldet ab; wer wartet, wird auch ohne das gezeigt</translation>
    </message>
    <message>
        <source>writes the dialplan’s entries in AstDB, and the lamps of the phones; `write = call` alone shows what is set, `call,originate` also sets it by the codes that people dial for it</source>
        <translation>schreibt die Einträge des Wählplans in AstDB und die Lampen der Telefone; `write = call` allein zeigt, was gesetzt ist, `call,originate` setzt es auch über die Codes, die man dafür wählt</translation>
    </message>
    <message>
        <source>tells callers’ names from the entries `cidname/&lt;number&gt;` in AstDB; `write = system` allows it too</source>
        <translation>nennt die Namen der Anrufer aus den Einträgen `cidname/&lt;Nummer&gt;` in AstDB; `write = system` erlaubt es auch</translation>
    </message>
    <message>
        <source>{host} is not a host name or host:port</source>
        <translation>{host} ist kein Rechnername oder Rechner:Port</translation>
    </message>
    <message>
        <source>{port} is not a port number</source>
        <translation>{port} ist keine Portnummer</translation>
    </message>
    <message>
        <source>must be the 64 hex digits of a SHA-256 fingerprint</source>
        <translation>müssen die 64 Hex-Ziffern eines SHA-256-Fingerabdrucks sein</translation>
    </message>
    <message>
        <source>must be a list of texts, like [&quot;…&quot;]</source>
        <translation>muss eine Liste von Texten sein, wie [&quot;…&quot;]</translation>
    </message>
    <message>
        <source>{text} is not a device; it is written like PJSIP/7001</source>
        <translation>{text} ist kein Gerät; geschrieben wird es wie PJSIP/7001</translation>
    </message>
    <message>
        <source>must be vCard or CSV files, and {text} is neither by its name</source>
        <translation>müssen vCard- oder CSV-Dateien sein, und {text} ist dem Namen nach keines von beiden</translation>
    </message>
    <message>
        <source>must be true or false, without quotes</source>
        <translation>muss true oder false sein, ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>must be a whole number from 5 to 300</source>
        <translation>muss eine ganze Zahl von 5 bis 300 sein</translation>
    </message>
    <message>
        <source>must be a whole number of days from 0 to 9999</source>
        <translation>muss eine ganze Zahl von Tagen von 0 bis 9999 sein</translation>
    </message>
    <message>
        <source>must be an extension, with {extension} where one is to stand</source>
        <translation>muss eine Nebenstelle sein, mit {extension}, wo eine stehen soll</translation>
    </message>
    <message>
        <source>must be two letters, like DE or US</source>
        <translation>müssen zwei Buchstaben sein, wie DE oder US</translation>
    </message>
    <message>
        <source>{text} is not one of {names}</source>
        <translation>{text} ist keines von {names}</translation>
    </message>
    <message>
        <source>may hold only letters, digits, . _ - / and {fields}</source>
        <translation>darf nur Buchstaben, Ziffern, . _ - / und {fields} enthalten</translation>
    </message>
    <message>
        <source>must be a relative name that ends in .wav, .gsm, .ulaw or .alaw</source>
        <translation>muss ein relativer Name sein, der auf .wav, .gsm, .ulaw oder .alaw endet</translation>
    </message>
    <message>
        <source>must be one of {words}</source>
        <translation>muss eines davon sein: {words}</translation>
    </message>
    <message>
        <source>{text} is not a pattern: digits, X for any digit, Z for 1-9, N for 2-9, [2-5] for one of several, . at the end for one or more of anything</source>
        <translation>{text} ist kein Muster: Ziffern, X für jede Ziffer, Z für 1-9, N für 2-9, [2-5] für eine von mehreren, . am Ende für beliebig viele weitere</translation>
    </message>
    <message>
        <source>{text} must be written: what it looks like -&gt; what is dialled</source>
        <translation>{text} muss geschrieben sein: wie es aussieht -&gt; was gewählt wird</translation>
    </message>
    <message>
        <source>{text} is not a regular expression: {error}</source>
        <translation>{text} ist kein regulärer Ausdruck: {error}</translation>
    </message>
    <message>
        <source>{text} has no group {highest}</source>
        <translation>{text} hat keine Gruppe {highest}</translation>
    </message>
    <message>
        <source>{text} may hold digits, + * # and \1 to \9</source>
        <translation>{text} darf Ziffern, + * # und \1 bis \9 enthalten</translation>
    </message>
    <message>
        <source>{text} must be written like Ctrl+Shift+F9</source>
        <translation>{text} muss geschrieben sein wie Ctrl+Shift+F9</translation>
    </message>
    <message>
        <source>{key} is not a key that can be used: letters, digits, F1 to F24</source>
        <translation>{key} ist keine Taste, die verwendet werden kann: Buchstaben, Ziffern, F1 bis F24</translation>
    </message>
    <message>
        <source>{text} is needed for typing: add Ctrl, Alt or Meta</source>
        <translation>{text} wird zum Tippen gebraucht: fügen Sie Ctrl, Alt oder Meta hinzu</translation>
    </message>
    <message>
        <source>is a password by its name; those are kept in each user&apos;s keyring only</source>
        <translation>ist dem Namen nach ein Passwort; die liegen nur im Schlüsselbund jedes Benutzers</translation>
    </message>
    <message>
        <source>locked by the administrator</source>
        <translation>vom Administrator festgelegt</translation>
    </message>
    <message>
        <source>proposed by the administrator</source>
        <translation>vom Administrator vorgeschlagen</translation>
    </message>
    <message>
        <source>is not a public Ed25519 key, 32 bytes in Base64</source>
        <translation>ist kein öffentlicher Ed25519-Schlüssel, 32 Byte in Base64</translation>
    </message>
    <message>
        <source>is not a section that Traydial knows</source>
        <translation>ist kein Abschnitt, den Traydial kennt</translation>
    </message>
    <message>
        <source>must be a section, written [{section}]</source>
        <translation>muss ein Abschnitt sein, geschrieben [{section}]</translation>
    </message>
    <message>
        <source>is not a setting that Traydial knows</source>
        <translation>ist keine Einstellung, die Traydial kennt</translation>
    </message>
    <message>
        <source>must be the name of a dialplan context</source>
        <translation>muss der Name eines Kontexts im Wählplan sein</translation>
    </message>
    <message>
        <source>must be digits, without a leading zero</source>
        <translation>müssen Ziffern sein, ohne führende Null</translation>
    </message>
    <message>
        <source>must be what is dialled to get out</source>
        <translation>muss sein, was man für ein Amt wählt</translation>
    </message>
    <message>
        <source>must be what is keyed, like *3</source>
        <translation>muss sein, was man tippt, wie *3</translation>
    </message>
    <message>
        <source>must be an extension, like 7890</source>
        <translation>muss eine Nebenstelle sein, wie 7890</translation>
    </message>
    <message>
        <source>must be one or two sentences</source>
        <translation>müssen ein oder zwei Sätze sein</translation>
    </message>
    <message>
        <source>This desktop gives programs no global keys.</source>
        <translation>Diese Arbeitsumgebung gibt Programmen keine globalen Tasten.</translation>
    </message>
    <message>
        <source>This desktop lets no program read what is selected.</source>
        <translation>Diese Arbeitsumgebung lässt kein Programm lesen, was markiert ist.</translation>
    </message>
    <message>
        <source>this desktop opens no pages</source>
        <translation>diese Arbeitsumgebung öffnet keine Seiten</translation>
    </message>
    <message>
        <source>this desktop starts no programs</source>
        <translation>diese Arbeitsumgebung startet keine Programme</translation>
    </message>
    <message>
        <source>A Mac&apos;s keyboard has no {key} key, so {combination} is not possible.</source>
        <translation>Die Tastatur eines Macs hat keine Taste {key}, daher geht {combination} nicht.</translation>
    </message>
    <message>
        <source>macOS takes no keys from this program.</source>
        <translation>macOS nimmt von diesem Programm keine Tasten an.</translation>
    </message>
    <message>
        <source>{combination} is taken by another program.</source>
        <translation>{combination} gehört schon einem anderen Programm.</translation>
    </message>
    <message>
        <source>macOS does not give {combination} to this program.</source>
        <translation>macOS gibt diesem Programm {combination} nicht.</translation>
    </message>
    <message>
        <source>Dial the selected number</source>
        <translation>Die markierte Nummer wählen</translation>
    </message>
    <message>
        <source>Answer or hang up</source>
        <translation>Annehmen oder auflegen</translation>
    </message>
    <message>
        <source>Open the customer&apos;s page</source>
        <translation>Die Kundenseite öffnen</translation>
    </message>
    <message>
        <source>Open Traydial&apos;s dial box</source>
        <translation>Das Wählfeld von Traydial öffnen</translation>
    </message>
    <message>
        <source>This desktop gives programs no global keys; bind the command `{}` to a key in its keyboard settings.</source>
        <translation>Diese Arbeitsumgebung gibt Programmen keine globalen Tasten; legen Sie in ihren Tastatureinstellungen den Befehl `{}` auf eine Taste.</translation>
    </message>
    <message>
        <source>The desktop has not given Traydial this key yet; it may be asking you.</source>
        <translation>Die Arbeitsumgebung hat Traydial diese Taste noch nicht gegeben; vielleicht fragt sie Sie gerade.</translation>
    </message>
    <message>
        <source>You did not let Traydial have this key when the desktop asked.</source>
        <translation>Sie haben Traydial diese Taste nicht gegeben, als die Arbeitsumgebung fragte.</translation>
    </message>
    <message>
        <source>The desktop could not set this key.</source>
        <translation>Die Arbeitsumgebung konnte diese Taste nicht einrichten.</translation>
    </message>
    <message>
        <source>The desktop has no key for this; choose one in its keyboard settings.</source>
        <translation>Die Arbeitsumgebung hat dafür keine Taste; wählen Sie eine in ihren Tastatureinstellungen.</translation>
    </message>
    <message>
        <source>The desktop has {} for this; its keyboard settings can change that.</source>
        <translation>Die Arbeitsumgebung hat dafür {}; in ihren Tastatureinstellungen lässt sich das ändern.</translation>
    </message>
    <message>
        <source>The desktop has taken this key back; Traydial asks for it at its next start.</source>
        <translation>Die Arbeitsumgebung hat diese Taste zurückgenommen; Traydial bittet beim nächsten Start wieder darum.</translation>
    </message>
    <message>
        <source>{combination} is set for two things.</source>
        <translation>{combination} ist für zwei Dinge eingestellt.</translation>
    </message>
    <message>
        <source>Windows does not give us {combination}: {why}</source>
        <translation>Windows gibt uns {combination} nicht: {why}</translation>
    </message>
    <message>
        <source>The X server ({}) cannot be reached, so no keys can be set.</source>
        <translation>Der X-Server ({}) ist nicht erreichbar, daher gibt es keine globalen Tasten.</translation>
    </message>
    <message>
        <source>{combination} is set twice.</source>
        <translation>{combination} ist zweimal eingestellt.</translation>
    </message>
    <message>
        <source>This keyboard has no {key} key, so {combination} is not possible.</source>
        <translation>Diese Tastatur hat keine Taste {key}, daher geht {combination} nicht.</translation>
    </message>
    <message>
        <source>{count} of them are running still</source>
        <translation>{count} davon laufen noch</translation>
    </message>
    <message>
        <source>it does not start</source>
        <translation>es startet nicht</translation>
    </message>
    <message>
        <source>it ended at once with {code}</source>
        <translation>es endete sofort mit {code}</translation>
    </message>
    <message>
        <source>there is no such program</source>
        <translation>dieses Programm gibt es nicht</translation>
    </message>
    <message>
        <source>it is a batch file</source>
        <translation>es ist eine Batch-Datei</translation>
    </message>
    <message>
        <source>the browser does not answer</source>
        <translation>der Browser antwortet nicht</translation>
    </message>
    <message>
        <source>Allow Traydial to read what is selected: System Settings, Privacy &amp; Security, Accessibility.</source>
        <translation>Erlauben Sie Traydial zu lesen, was markiert ist: Systemeinstellungen, Datenschutz &amp; Sicherheit, Bedienungshilfen.</translation>
    </message>
    <message>
        <source>On Wayland, what is selected is read by wl-paste: install the package wl-clipboard.</source>
        <translation>Unter Wayland liest wl-paste, was markiert ist: installieren Sie das Paket wl-clipboard.</translation>
    </message>
    <message>
        <source>This desktop keeps another program for phone links; choose Traydial in its settings under default applications.</source>
        <translation>Diese Arbeitsumgebung behält ein anderes Programm für Telefon-Links; wählen Sie Traydial in ihren Einstellungen unter Standardanwendungen.</translation>
    </message>
    <message>
        <source>On a Mac, choose Traydial in FaceTime&apos;s settings under Default for calls.</source>
        <translation>Auf einem Mac wählen Sie Traydial in den Einstellungen von FaceTime unter „Standard für Anrufe“.</translation>
    </message>
    <message>
        <source>Dial any number with your desk phone</source>
        <translation>Jede Nummer mit dem Tischtelefon wählen</translation>
    </message>
    <message>
        <source>Windows lets only you choose who opens phone links: in its settings under Apps, Default apps, Traydial, choose Traydial for {}.</source>
        <translation>Bei Windows bestimmen nur Sie, wer Telefon-Links öffnet: wählen Sie in den Einstellungen unter Apps, Standard-Apps, Traydial das Programm Traydial für {}.</translation>
    </message>
    <message>
        <source>Address book</source>
        <translation>Adressbuch</translation>
    </message>
    <message>
        <source>the address book was not reached: {why}</source>
        <translation>das Adressbuch wurde nicht erreicht: {why}</translation>
    </message>
    <message>
        <source>the address book refuses user name or password</source>
        <translation>das Adressbuch lehnt Benutzername oder Passwort ab</translation>
    </message>
    <message>
        <source>the address book answered {status}</source>
        <translation>das Adressbuch antwortete mit {status}</translation>
    </message>
    <message>
        <source>the address book answered with too much</source>
        <translation>das Adressbuch antwortete mit zu viel</translation>
    </message>
    <message>
        <source>the address book answered something that is no XML</source>
        <translation>das Adressbuch antwortete mit etwas, das kein XML ist</translation>
    </message>
    <message>
        <source>the web service answered {status}</source>
        <translation>der Webdienst antwortete mit {status}</translation>
    </message>
    <message>
        <source>the web service answered {status}: it leads to another address</source>
        <translation>der Webdienst antwortete mit {status}: er leitet auf eine andere Adresse</translation>
    </message>
    <message>
        <source>the web service answered {status}: it does not accept the key</source>
        <translation>der Webdienst antwortete mit {status}: er nimmt den Schlüssel nicht an</translation>
    </message>
    <message>
        <source>the web service answered {status}: the key does not allow this</source>
        <translation>der Webdienst antwortete mit {status}: der Schlüssel erlaubt das nicht</translation>
    </message>
    <message>
        <source>Customer system</source>
        <translation>Kundensystem</translation>
    </message>
    <message>
        <source>the picture in the answer is broken</source>
        <translation>das Bild in der Antwort ist beschädigt</translation>
    </message>
    <message>
        <source>the picture lies on another host</source>
        <translation>das Bild liegt auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>the web service answered {status} or too much</source>
        <translation>der Webdienst antwortete mit {status} oder zu viel</translation>
    </message>
    <message>
        <source>the web service was not reached: {why}</source>
        <translation>der Webdienst wurde nicht erreicht: {why}</translation>
    </message>
    <message>
        <source>the key has characters that cannot be sent</source>
        <translation>der Schlüssel hat Zeichen, die nicht gesendet werden können</translation>
    </message>
    <message>
        <source>the web service answered with too much</source>
        <translation>der Webdienst antwortete mit zu viel</translation>
    </message>
    <message>
        <source>the web service answered something that is no JSON</source>
        <translation>der Webdienst antwortete mit etwas, das kein JSON ist</translation>
    </message>
    <message>
        <source>a place in the answer is not written well: {error}</source>
        <translation>eine Stelle in der Antwort ist nicht richtig geschrieben: {error}</translation>
    </message>
    <message>
        <source>Contact files</source>
        <translation>Kontaktdateien</translation>
    </message>
    <message>
        <source>there is no {path}</source>
        <translation>{path} gibt es nicht</translation>
    </message>
    <message>
        <source>{name} is too large for an address book</source>
        <translation>{name} ist zu groß für ein Adressbuch</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}</source>
        <translation>{name} kann nicht gelesen werden: {why}</translation>
    </message>
    <message>
        <source>{name} has no contacts with a number</source>
        <translation>{name} hat keine Kontakte mit Nummer</translation>
    </message>
    <message>
        <source>the directory refuses user name or password (invalidCredentials)</source>
        <translation>das Verzeichnis lehnt Benutzername oder Passwort ab (invalidCredentials)</translation>
    </message>
    <message>
        <source>the directory does not let this user look (insufficientAccessRights)</source>
        <translation>das Verzeichnis lässt diesen Benutzer nicht nachsehen (insufficientAccessRights)</translation>
    </message>
    <message>
        <source>the directory has no such branch, or does not show it to this user</source>
        <translation>das Verzeichnis hat diesen Zweig nicht oder zeigt ihn diesem Benutzer nicht</translation>
    </message>
    <message>
        <source>the directory wants an encrypted connection (confidentialityRequired)</source>
        <translation>das Verzeichnis will eine verschlüsselte Verbindung (confidentialityRequired)</translation>
    </message>
    <message>
        <source>the directory wants an encrypted connection (strongerAuthRequired)</source>
        <translation>das Verzeichnis will eine verschlüsselte Verbindung (strongerAuthRequired)</translation>
    </message>
    <message>
        <source>Company directory</source>
        <translation>Firmenverzeichnis</translation>
    </message>
    <message>
        <source>the directory was not reached: {why}</source>
        <translation>das Verzeichnis wurde nicht erreicht: {why}</translation>
    </message>
    <message>
        <source>the directory says: {what}</source>
        <translation>das Verzeichnis sagt: {what}</translation>
    </message>
    <message>
        <source>it still works on an earlier call</source>
        <translation>es arbeitet noch an einer früheren Anfrage</translation>
    </message>
    <message>
        <source>it is not asked any more</source>
        <translation>es wird nicht mehr gefragt</translation>
    </message>
    <message>
        <source>Phone system</source>
        <translation>Telefonanlage</translation>
    </message>
    <message>
        <source>your account may not look there, or is not connected</source>
        <translation>Ihr Konto darf dort nicht nachsehen oder ist nicht verbunden</translation>
    </message>
    <message>
        <source>the phone system was not asked: {error}</source>
        <translation>die Telefonanlage wurde nicht gefragt: {error}</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>{ca_file} is no file with certificates</source>
        <translation>{ca_file} ist keine Datei mit Zertifikaten</translation>
    </message>
    <message>
        <source>its certificate is not trusted: {verdict}</source>
        <translation>seinem Zertifikat wird nicht vertraut: {verdict}</translation>
    </message>
    <message>
        <source>it does not speak TLS as we do</source>
        <translation>seine Art von TLS passt nicht zu unserer</translation>
    </message>
    <message>
        <source>there is no host of this name</source>
        <translation>es gibt keinen Rechner dieses Namens</translation>
    </message>
    <message>
        <source>nobody answers there</source>
        <translation>dort antwortet niemand</translation>
    </message>
    <message>
        <source>unknown issuer</source>
        <translation>unbekannter Aussteller</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Talked (s)</source>
        <translation>Gesprochen (s)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Angenommen von</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>ist zu groß</translation>
    </message>
    <message>
        <source>cannot be read: {why}</source>
        <translation>kann nicht gelesen werden: {why}</translation>
    </message>
    <message>
        <source>is not a property list</source>
        <translation>ist keine Property-Liste</translation>
    </message>
    <message>
        <source>is not a list of sections</source>
        <translation>ist keine Liste von Abschnitten</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>sie ist nicht signiert</translation>
    </message>
    <message>
        <source>its signature is not right</source>
        <translation>ihre Signatur stimmt nicht</translation>
    </message>
    <message>
        <source>it holds no settings</source>
        <translation>sie enthält keine Einstellungen</translation>
    </message>
    <message>
        <source>the web server answered {status}</source>
        <translation>der Webserver antwortete {status}</translation>
    </message>
    <message>
        <source>a link to settings begins with https:// and has no password</source>
        <translation>ein Link zu Einstellungen beginnt mit https:// und enthält kein Passwort</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>sie hat keinen Namen</translation>
    </message>
    <message>
        <source>it is too large for a file of settings</source>
        <translation>sie ist zu groß für eine Datei mit Einstellungen</translation>
    </message>
    <message>
        <source>is too large to be a config file</source>
        <translation>ist zu groß für eine Konfigurationsdatei</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>is not valid TOML: {error}</source>
        <translation>ist kein gültiges TOML: {error}</translation>
    </message>
    <message>
        <source>the database says: {why}</source>
        <translation>die Datenbank sagt: {why}</translation>
    </message>
    <message>
        <source>there is no driver for it here: {error}</source>
        <translation>dafür gibt es hier keinen Treiber: {error}</translation>
    </message>
    <message>
        <source>the database cannot be used: {error}</source>
        <translation>die Datenbank kann nicht verwendet werden: {error}</translation>
    </message>
    <message>
        <source>there is no file {database}</source>
        <translation>die Datei {database} gibt es nicht</translation>
    </message>
    <message>
        <source>Set up Traydial</source>
        <translation>Traydial einrichten</translation>
    </message>
    <message>
        <source>stored; type to change it</source>
        <translation>gespeichert; zum Ändern tippen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Close; what you have entered is kept (Esc)</source>
        <translation>Schließen; was Sie eingegeben haben, bleibt (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>Trotzdem weiter</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step {number} of {last}</source>
        <translation>Schritt {number} von {last}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Einen Moment.</translation>
    </message>
    <message>
        <source>Something is missing still: the steps before say what.</source>
        <translation>Es fehlt noch etwas: die Schritte davor sagen, was.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Settings that you were sent</source>
        <translation>Zugesandte Einstellungen</translation>
    </message>
    <message>
        <source>Settings for Traydial ({pattern})</source>
        <translation>Einstellungen für Traydial ({pattern})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>Your phone system</source>
        <translation>Ihre Telefonanlage</translation>
    </message>
    <message>
        <source>Its address is known to whoever looks after your phones. If they sent you a link to settings, put it in here.</source>
        <translation>Ihre Adresse kennt, wer sich um Ihre Telefone kümmert. Haben Sie von dort einen Link zu Einstellungen bekommen, tragen Sie ihn hier ein.</translation>
    </message>
    <message>
        <source>I was sent a file…</source>
        <translation>Ich habe eine Datei bekommen…</translation>
    </message>
    <message>
        <source>Settings that your administrator sent, a file that ends in .traydial</source>
        <translation>Einstellungen, die Ihr Administrator geschickt hat, eine Datei, die auf .traydial endet</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Ihr Konto</translation>
    </message>
    <message>
        <source>The user name and password that your administrator made for Traydial.</source>
        <translation>Benutzername und Passwort, die Ihr Administrator für Traydial angelegt hat.</translation>
    </message>
    <message>
        <source>Kept in the keyring of this computer, nowhere else.</source>
        <translation>Liegt im Schlüsselbund dieses Computers, sonst nirgends.</translation>
    </message>
    <message>
        <source>Your phone</source>
        <translation>Ihr Telefon</translation>
    </message>
    <message>
        <source>It rings first when you dial; the other party is called when you pick up.</source>
        <translation>Es klingelt zuerst, wenn Sie wählen; der andere wird angerufen, wenn Sie abheben.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>How numbers outside are written and dialled at your place.</source>
        <translation>Wie Nummern nach außen bei Ihnen geschrieben und gewählt werden.</translation>
    </message>
    <message>
        <source>Your phone rang and you picked up: it works.</source>
        <translation>Ihr Telefon hat geklingelt und Sie haben abgehoben: es funktioniert.</translation>
    </message>
    <message>
        <source>Nobody picked up.</source>
        <translation>Niemand hat abgehoben.</translation>
    </message>
    <message>
        <source>Did your phone ring? If not, go back to Your phone.</source>
        <translation>Hat Ihr Telefon geklingelt? Wenn nicht, gehen Sie zurück zu „Ihr Telefon“.</translation>
    </message>
    <message>
        <source>Your phone could not be rung.</source>
        <translation>Ihr Telefon konnte nicht angerufen werden.</translation>
    </message>
    <message>
        <source>Look whether it is switched on and not busy.</source>
        <translation>Sehen Sie nach, ob es eingeschaltet und nicht besetzt ist.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Nothing here has to be done now; the settings offer all of it again.</source>
        <translation>Hier muss jetzt nichts getan werden; die Einstellungen bieten alles noch einmal.</translation>
    </message>
    <message>
        <source>Ring my phone</source>
        <translation>Mein Telefon klingeln lassen</translation>
    </message>
    <message>
        <source>Your phone rings. Pick it up.</source>
        <translation>Ihr Telefon klingelt. Heben Sie ab.</translation>
    </message>
    <message>
        <source>Ring once more</source>
        <translation>Noch einmal klingeln</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>klingelt</translation>
    </message>
    <message>
        <source>in a call</source>
        <translation>im Gespräch</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>hält ein Gespräch</translation>
    </message>
    <message>
        <source>phone not connected</source>
        <translation>Telefon nicht verbunden</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>it is one</comment>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Recorded by the phone system</source>
        <translation>Von der Telefonanlage aufgenommen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>Parked at {space}</source>
        <translation>Geparkt auf {space}</translation>
    </message>
    <message>
        <source>dialled as {dialled}</source>
        <translation>gewählt als {dialled}</translation>
    </message>
    <message>
        <source>then key {after}</source>
        <translation>dann Taste {after}</translation>
    </message>
    <message>
        <source>, waiting</source>
        <translation>, wartet</translation>
    </message>
    <message>
        <source>Calling {who}</source>
        <translation>{who} wird angerufen</translation>
    </message>
    <message>
        <source>Ringing at {who}</source>
        <translation>Klingelt bei {who}</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <source>Divert…</source>
        <translation>Umleiten…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>Einverstanden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Pause recording</source>
        <translation>Aufnahme anhalten</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Weiter aufnehmen</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Weitergeben…</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Tastenfeld</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Connect them</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>Alle drei</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Fetch back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>When free</source>
        <translation>Wenn frei</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Zurückrufen</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
    <message>
        <source>They agree to be recorded</source>
        <translation>Der andere ist mit der Aufnahme einverstanden</translation>
    </message>
    <message>
        <source>Do not record now</source>
        <translation>Jetzt nicht aufnehmen</translation>
    </message>
    <message>
        <source>Take off hold</source>
        <translation>Halten beenden</translation>
    </message>
    <message>
        <source>Open customer page</source>
        <translation>Kundenseite öffnen</translation>
    </message>
    <message>
        <source>Block this caller</source>
        <translation>Diesen Anrufer sperren</translation>
    </message>
    <message>
        <source>Tell me when they are free</source>
        <translation>Bescheid geben, wenn frei</translation>
    </message>
    <message>
        <source>Talk, all three</source>
        <translation>Zu dritt sprechen</translation>
    </message>
    <message>
        <source>Back to the caller</source>
        <translation>Zurück zum Anrufer</translation>
    </message>
    <message>
        <source>REC …</source>
        <translation>REC …</translation>
    </message>
    <message>
        <source>REC</source>
        <translation>REC</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>PAUSE</translation>
    </message>
    <message>
        <source>Recording starts</source>
        <translation>Die Aufnahme beginnt</translation>
    </message>
    <message>
        <source>Recording is on</source>
        <translation>Die Aufnahme läuft</translation>
    </message>
    <message>
        <source>Recording is paused</source>
        <translation>Die Aufnahme ist angehalten</translation>
    </message>
    <message>
        <source>Step {step} of 3</source>
        <translation>Schritt {step} von 3</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>auffällig</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>funktioniert nicht</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>Der andere</translation>
    </message>
    <message>
        <source>{who} has hung up</source>
        <translation>{who} hat aufgelegt</translation>
    </message>
    <message>
        <source>About {who}, who is on hold</source>
        <translation>Wegen {who}, wird gehalten</translation>
    </message>
    <message>
        <source>About {who}, who is still there</source>
        <translation>Wegen {who}, noch am Apparat</translation>
    </message>
    <message>
        <source>Waits while you ask {who}</source>
        <translation>Wartet, während Sie {who} fragen</translation>
    </message>
    <message>
        <source>You are asking {who}</source>
        <translation>Sie fragen {who}</translation>
    </message>
    <message>
        <source>{who}, whom you are asking, waits</source>
        <translation>{who}, bei dem Sie nachfragen, wartet</translation>
    </message>
    <message>
        <source>Connected with {who}</source>
        <translation>Verbunden mit {who}</translation>
    </message>
    <message>
        <source>{who} is still on hold on your phone</source>
        <translation>{who} wird an Ihrem Telefon noch gehalten</translation>
    </message>
    <message>
        <source>{who} is still there</source>
        <translation>{who} ist noch da</translation>
    </message>
    <message>
        <source>{title} and {third}</source>
        <translation>{title} und {third}</translation>
    </message>
    <message>
        <source>All three talking</source>
        <translation>Alle drei sprechen</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Enter dials, Esc closes, Ctrl+H shows all calls, F10 the menu</source>
        <translation>Enter wählt, Esc schließt, Strg+H zeigt alle Gespräche, F10 das Menü</translation>
    </message>
    <message>
        <source>dials {who} from {extension}</source>
        <translation>wählt {who} von {extension}</translation>
    </message>
    <message>
        <source>dials {who}</source>
        <translation>wählt {who}</translation>
    </message>
    <message>
        <source>When they answer</source>
        <translation>Wenn abgehoben wird</translation>
    </message>
    <message>
        <source>Send these digits by themselves, as soon as they answer</source>
        <translation>Diese Ziffern von selbst senden, sobald abgehoben wird</translation>
    </message>
    <message>
        <source>Forget these digits</source>
        <translation>Diese Ziffern vergessen</translation>
    </message>
    <message>
        <source>Send {digits}</source>
        <translation>{digits} senden</translation>
    </message>
    <message>
        <source>Remember {digits}</source>
        <translation>{digits} merken</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Look at everything once more (F5)</source>
        <translation>Alles noch einmal ansehen (F5)</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy all lines as text, without passwords (Ctrl+C)</source>
        <translation>Alle Zeilen als Text kopieren, ohne Passwörter (Strg+C)</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Es wurde noch nichts geprüft.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>✓ ok</source>
        <translation>✓ ok</translation>
    </message>
    <message>
        <source>! look</source>
        <translation>! prüfen</translation>
    </message>
    <message>
        <source>✗ NO</source>
        <translation>✗ NEIN</translation>
    </message>
    <message>
        <source>Saved in {folder}: {file}</source>
        <translation>Gespeichert in {folder}: {file}</translation>
    </message>
    <message>
        <source>Send it to whoever looks after your phone system. Passwords are not in it; names and numbers are replaced by others.</source>
        <translation>Schicken Sie es an die Person, die sich um Ihre Telefonanlage kümmert. Passwörter sind nicht darin; Namen und Nummern sind durch andere ersetzt.</translation>
    </message>
    <message>
        <source>It {does}.</source>
        <translation>Wozu: {does}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} does not work</source>
        <comment>{n} do not work</comment>
        <translation>
            <numerusform>{n} funktioniert nicht</numerusform>
            <numerusform>{n} funktionieren nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} worth a look</source>
        <comment>{n} worth a look</comment>
        <translation>
            <numerusform>{n} auffällig</numerusform>
            <numerusform>{n} auffällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fine</source>
        <comment>{n} fine</comment>
        <translation>
            <numerusform>{n} in Ordnung</numerusform>
            <numerusform>{n} in Ordnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The one check is fine.</source>
        <comment>All {n} checks are fine.</comment>
        <translation>
            <numerusform>Die eine Prüfung ist in Ordnung.</numerusform>
            <numerusform>Alle {n} Prüfungen sind in Ordnung.</numerusform>
        </translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message numerus="yes">
        <source>{n} day left</source>
        <comment>{n} days left</comment>
        <translation>
            <numerusform>noch {n} Tag</numerusform>
            <numerusform>noch {n} Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended {n} day ago</source>
        <comment>ended {n} days ago</comment>
        <translation>
            <numerusform>vor {n} Tag abgelaufen</numerusform>
            <numerusform>vor {n} Tagen abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate of {names}, issued by {issuer}, {left}</source>
        <translation>Zertifikat von {names}, ausgestellt von {issuer}, {left}</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate has expired.</source>
        <translation>Das Zertifikat der Telefonanlage ist abgelaufen.</translation>
    </message>
    <message>
        <source>It has to be renewed.</source>
        <translation>Es muss erneuert werden.</translation>
    </message>
    <message numerus="yes">
        <source>The phone system&apos;s certificate ends in {n} day.</source>
        <comment>The phone system&apos;s certificate ends in {n} days.</comment>
        <translation>
            <numerusform>Das Zertifikat der Telefonanlage läuft in {n} Tag ab.</numerusform>
            <numerusform>Das Zertifikat der Telefonanlage läuft in {n} Tagen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask your administrator to renew it; a pinned one has to be trusted anew then.</source>
        <translation>Bitten Sie Ihren Administrator, es zu erneuern; einem festgelegten muss dann neu vertraut werden.</translation>
    </message>
    <message>
        <source>Your account is in use, and may be used by one program at a time.</source>
        <translation>Ihr Konto ist in Gebrauch und darf nur von einem Programm zugleich verwendet werden.</translation>
    </message>
    <message>
        <source>That is most likely Traydial itself: quit it, then run traydial doctor.</source>
        <translation>Das ist höchstwahrscheinlich Traydial selbst: beenden Sie es und starten Sie dann traydial doctor.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate cannot be read.</source>
        <translation>Das Zertifikat der Telefonanlage kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The connection is not secured: others on the network can listen in.</source>
        <translation>Die Verbindung ist nicht gesichert: andere im Netz können mithören.</translation>
    </message>
    <message>
        <source>Ask your administrator for a secure connection, then turn it on in the settings.</source>
        <translation>Bitten Sie Ihren Administrator um eine sichere Verbindung und schalten Sie sie dann in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>Your account is not told when the phone system has started.</source>
        <translation>Ihr Konto erfährt nicht, wann die Telefonanlage gestartet ist.</translation>
    </message>
    <message>
        <source>After its restart, calls are shown a little later; nothing has to be done.</source>
        <translation>Nach ihrem Neustart werden Gespräche etwas später gezeigt; Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>The phone system does not say which version it is.</source>
        <translation>Die Telefonanlage sagt nicht, welche Version sie ist.</translation>
    </message>
    <message>
        <source>So it is not known whether it has known holes. Ask your administrator.</source>
        <translation>Daher ist nicht bekannt, ob sie bekannte Lücken hat. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>The phone system has no such context.</source>
        <translation>Diesen Kontext hat die Telefonanlage nicht.</translation>
    </message>
    <message>
        <source>Compare it with what your administrator says; it is where your phone dials.</source>
        <translation>Vergleichen Sie ihn mit der Angabe Ihres Administrators; dort wählt Ihr Telefon.</translation>
    </message>
    <message>
        <source>The phone system does not tell the state of your phone.</source>
        <translation>Die Telefonanlage meldet den Zustand Ihres Telefons nicht.</translation>
    </message>
    <message>
        <source>Colleagues do not see whether you talk, and your phones are not found by themselves.</source>
        <translation>Kollegen sehen nicht, ob Sie sprechen, und Ihre Telefone werden nicht von selbst gefunden.</translation>
    </message>
    <message>
        <source>The phone system tells of no colleague&apos;s phone.</source>
        <translation>Die Telefonanlage meldet kein Telefon eines Kollegen.</translation>
    </message>
    <message>
        <source>So nobody&apos;s lamp is shown. Ask your administrator.</source>
        <translation>Daher wird keine Lampe gezeigt. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>The phone system knows no key for recording.</source>
        <translation>Die Telefonanlage kennt keine Taste zum Aufnehmen.</translation>
    </message>
    <message>
        <source>Ask your administrator to set one up, or leave it out of the settings.</source>
        <translation>Bitten Sie Ihren Administrator, eine einzurichten, oder lassen Sie sie in den Einstellungen weg.</translation>
    </message>
    <message>
        <source>The phone system&apos;s key for recording is {kept}, not {wanted}.</source>
        <translation>Die Taste der Telefonanlage zum Aufnehmen ist {kept}, nicht {wanted}.</translation>
    </message>
    <message>
        <source>Set this one in the settings.</source>
        <translation>Tragen Sie diese in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>Recording key {kept} (not in the settings)</source>
        <translation>Aufnahmetaste {kept} (nicht in den Einstellungen)</translation>
    </message>
    <message>
        <source>The phone system&apos;s clock is {seconds} s behind this computer&apos;s.</source>
        <translation>Die Uhr der Telefonanlage geht gegenüber diesem Computer {seconds} s nach.</translation>
    </message>
    <message>
        <source>The phone system&apos;s clock is {seconds} s ahead of this computer&apos;s.</source>
        <translation>Die Uhr der Telefonanlage geht gegenüber diesem Computer {seconds} s vor.</translation>
    </message>
    <message>
        <source>Times of waiting callers and in the history do not agree; let both follow a time server.</source>
        <translation>Wartezeiten und die Zeiten in der Liste stimmen nicht überein; lassen Sie beide einem Zeitserver folgen.</translation>
    </message>
    <message>
        <source>This version of the phone system has known holes.</source>
        <translation>Diese Version der Telefonanlage hat bekannte Lücken.</translation>
    </message>
    <message>
        <source>Its distribution may have closed them.</source>
        <translation>Ihre Distribution hat sie vielleicht geschlossen.</translation>
    </message>
    <message>
        <source>Ask your administrator to update it.</source>
        <translation>Bitten Sie Ihren Administrator, sie zu aktualisieren.</translation>
    </message>
    <message>
        <source>Your account may more than Traydial ever needs.</source>
        <translation>Ihr Konto darf mehr, als Traydial je braucht.</translation>
    </message>
    <message>
        <source>Ask your administrator to take it away: a stolen password could do less then.</source>
        <translation>Bitten Sie Ihren Administrator, es wegzunehmen: ein gestohlenes Passwort könnte dann weniger anrichten.</translation>
    </message>
    <message>
        <source>The phone system is reached at an address of the internet.</source>
        <translation>Die Telefonanlage ist unter einer Adresse des Internets erreichbar.</translation>
    </message>
    <message>
        <source>Its interface for programs belongs into the office&apos;s network or a VPN. Ask your administrator.</source>
        <translation>Ihre Schnittstelle für Programme gehört ins Netz des Büros oder in ein VPN. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>The phone system offers no secure connection.</source>
        <translation>Die Telefonanlage bietet keine sichere Verbindung.</translation>
    </message>
    <message>
        <source>The phone system also takes connections that are not secured.</source>
        <translation>Die Telefonanlage nimmt auch ungesicherte Verbindungen an.</translation>
    </message>
    <message>
        <source>Let it take them from itself alone. Ask your administrator.</source>
        <translation>Sie sollte solche nur von sich selbst annehmen. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Your account may be used from any address.</source>
        <translation>Ihr Konto darf von jeder Adresse aus verwendet werden.</translation>
    </message>
    <message>
        <source>Let it be used from the office&apos;s network alone. Ask your administrator.</source>
        <translation>Es sollte nur aus dem Netz des Büros verwendbar sein. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Your account may be used by several programs at the same time.</source>
        <translation>Ihr Konto darf von mehreren Programmen zugleich verwendet werden.</translation>
    </message>
    <message>
        <source>A stolen password is noticed less. Where each desktop has an account of its own, the administrator can forbid it.</source>
        <translation>Ein gestohlenes Passwort fällt so weniger auf. Wo jeder Arbeitsplatz ein eigenes Konto hat, kann der Administrator es verbieten.</translation>
    </message>
    <message>
        <source>The phone system does not write down who logs in.</source>
        <translation>Die Telefonanlage schreibt nicht auf, wer sich anmeldet.</translation>
    </message>
    <message>
        <source>The phone system is on the port that everybody tries first.</source>
        <translation>Die Telefonanlage liegt auf dem Port, den alle zuerst probieren.</translation>
    </message>
    <message>
        <source>Another one keeps the noise of scanners away; it secures nothing by itself.</source>
        <translation>Ein anderer hält den Lärm der Scanner fern; sicherer wird dadurch nichts.</translation>
    </message>
    <message>
        <source>Your account may everything there is.</source>
        <translation>Ihr Konto darf alles, was es gibt.</translation>
    </message>
    <message>
        <source>Ask your administrator to grant what is needed: traydial pbx-config prints it.</source>
        <translation>Bitten Sie Ihren Administrator, nur das Nötige zu erlauben: traydial pbx-config gibt es aus.</translation>
    </message>
    <message>
        <source>Your account is told of everybody&apos;s calls.</source>
        <translation>Ihr Konto erfährt von allen Gesprächen.</translation>
    </message>
    <message>
        <source>Let it see its own alone. Ask your administrator.</source>
        <translation>Es sollte nur die eigenen sehen. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Secure connections are offered</source>
        <translation>Sichere Verbindungen werden angeboten</translation>
    </message>
    <message>
        <source>Unsecured connections stay on the phone system</source>
        <translation>Ungesicherte Verbindungen bleiben auf der Telefonanlage</translation>
    </message>
    <message>
        <source>Account held to some addresses</source>
        <translation>Das Konto ist auf einige Adressen beschränkt</translation>
    </message>
    <message>
        <source>One login at a time for each account</source>
        <translation>Für jedes Konto eine Anmeldung zugleich</translation>
    </message>
    <message>
        <source>Logins are written down</source>
        <translation>Anmeldungen werden aufgeschrieben</translation>
    </message>
    <message>
        <source>Ports that nobody tries first</source>
        <translation>Ports, die niemand zuerst probiert</translation>
    </message>
    <message>
        <source>Account without all there is</source>
        <translation>Das Konto darf nicht alles</translation>
    </message>
    <message>
        <source>Account held to its own calls</source>
        <translation>Das Konto sieht nur seine eigenen Gespräche</translation>
    </message>
    <message>
        <source>Secure connections</source>
        <translation>Sichere Verbindungen</translation>
    </message>
    <message>
        <source>Unsecured connections</source>
        <translation>Ungesicherte Verbindungen</translation>
    </message>
    <message>
        <source>Addresses that may log in</source>
        <translation>Adressen, die sich anmelden dürfen</translation>
    </message>
    <message>
        <source>Logins at the same time</source>
        <translation>Gleichzeitige Anmeldungen</translation>
    </message>
    <message>
        <source>Record of logins</source>
        <translation>Aufzeichnung der Anmeldungen</translation>
    </message>
    <message>
        <source>Port of the phone system</source>
        <translation>Port der Telefonanlage</translation>
    </message>
    <message>
        <source>Calls that the account sees</source>
        <translation>Gespräche, die das Konto sieht</translation>
    </message>
    <message>
        <source>There is no desktop here to look at.</source>
        <translation>Hier gibt es keine Arbeitsumgebung, die man ansehen könnte.</translation>
    </message>
    <message>
        <source>Start it in a desktop session, or choose Check the connection in the tray menu.</source>
        <translation>Starten Sie es in einer grafischen Sitzung, oder wählen Sie „Verbindung prüfen“ im Menü des Symbols.</translation>
    </message>
    <message>
        <source>Traydial runs and holds its keys, so they cannot be tried from here.</source>
        <translation>Traydial läuft und hält seine Tasten, daher können sie von hier nicht probiert werden.</translation>
    </message>
    <message>
        <source>Choose Check the connection in the tray menu.</source>
        <translation>Wählen Sie „Verbindung prüfen“ im Menü des Symbols.</translation>
    </message>
    <message>
        <source>On this desktop only the running Traydial can tell.</source>
        <translation>Auf dieser Arbeitsumgebung kann das nur das laufende Traydial sagen.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons.</source>
        <translation>Diese Arbeitsumgebung zeigt keine Symbole im Infobereich.</translation>
    </message>
    <message>
        <source>Calls come up all the same; traydial dial NUMBER dials. On GNOME, add the extension AppIndicator.</source>
        <translation>Anrufe erscheinen trotzdem; traydial dial NUMMER wählt. Unter GNOME hilft die Erweiterung AppIndicator.</translation>
    </message>
    <message>
        <source>{name} opens phone links.</source>
        <translation>{name} öffnet Telefon-Links.</translation>
    </message>
    <message>
        <source>Nothing opens phone links.</source>
        <translation>Nichts öffnet Telefon-Links.</translation>
    </message>
    <message>
        <source>Turn it on in the settings, or: traydial register</source>
        <translation>Schalten Sie es in den Einstellungen ein, oder: traydial register</translation>
    </message>
    <message>
        <source>Choose other keys in the settings.</source>
        <translation>Wählen Sie andere Tasten in den Einstellungen.</translation>
    </message>
    <message>
        <source>Something in Traydial went wrong. It goes on working where it can.</source>
        <translation>In Traydial ist etwas schiefgegangen. Es arbeitet weiter, wo es kann.</translation>
    </message>
    <message>
        <source>If it happens again, send this report to whoever looks after Traydial for you. Passwords and phone numbers are left out of it.</source>
        <translation>Wenn es wieder geschieht, schicken Sie diesen Bericht an die Person, die sich bei Ihnen um Traydial kümmert. Passwörter und Telefonnummern sind ausgelassen.</translation>
    </message>
    <message>
        <source>A fault in Traydial</source>
        <translation>Ein Fehler in Traydial</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Forward calls</source>
        <translation>Anrufe weiterleiten</translation>
    </message>
    <message>
        <source>Stop forwarding</source>
        <translation>Nicht mehr weiterleiten</translation>
    </message>
    <message>
        <source>Enter forwards, Esc closes</source>
        <translation>Enter leitet weiter, Esc schließt</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Not forwarded now</source>
        <translation>Zurzeit keine Weiterleitung</translation>
    </message>
    <message>
        <source>Your phone is not signed in</source>
        <translation>Ihr Telefon ist nicht angemeldet</translation>
    </message>
    <message>
        <source>Line down: {name}</source>
        <translation>Leitung gestört: {name}</translation>
    </message>
    <message>
        <source>The phone system is restarting</source>
        <translation>Die Telefonanlage startet neu</translation>
    </message>
    <message>
        <source>The phone system is shutting down</source>
        <translation>Die Telefonanlage fährt herunter</translation>
    </message>
    <message>
        <source>Your phone is signed in again.</source>
        <translation>Ihr Telefon ist wieder angemeldet.</translation>
    </message>
    <message>
        <source>The line {line} is up again.</source>
        <translation>Die Leitung {line} ist wieder da.</translation>
    </message>
    <message>
        <source>The phone system is back.</source>
        <translation>Die Telefonanlage ist wieder da.</translation>
    </message>
    <message>
        <source>Your phone is not signed in to the phone system.</source>
        <translation>Ihr Telefon ist an der Telefonanlage nicht angemeldet.</translation>
    </message>
    <message>
        <source>It does not ring until it is: look at its cable, or at your phone program.</source>
        <translation>Bis dahin klingelt es nicht: sehen Sie nach seinem Kabel oder nach Ihrem Telefonprogramm.</translation>
    </message>
    <message>
        <source>The line {line} is down.</source>
        <translation>Die Leitung {line} ist gestört.</translation>
    </message>
    <message>
        <source>Calls to and from outside may fail until it is back.</source>
        <translation>Gespräche nach und von außen können scheitern, bis sie wieder da ist.</translation>
    </message>
    <message>
        <source>The phone system is restarting.</source>
        <translation>Die Telefonanlage startet neu.</translation>
    </message>
    <message>
        <source>Traydial connects again by itself.</source>
        <translation>Traydial verbindet sich von selbst wieder.</translation>
    </message>
    <message>
        <source>The phone system is shutting down.</source>
        <translation>Die Telefonanlage fährt herunter.</translation>
    </message>
    <message>
        <source>Traydial connects again once it is back.</source>
        <translation>Traydial verbindet sich wieder, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>Copy file name</source>
        <translation>Dateinamen kopieren</translation>
    </message>
    <message>
        <source>Add a note (Ctrl+N)</source>
        <translation>Notiz hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Forget this person…</source>
        <translation>Diese Person vergessen…</translation>
    </message>
    <message>
        <source>Copy number (Ctrl+Shift+C)</source>
        <translation>Nummer kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Open customer page (Ctrl+O)</source>
        <translation>Kundenseite öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Alle Gespräche</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasste</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Ankommende</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Abgehende</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommene</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>Von, bis</translation>
    </message>
    <message>
        <source>Name, number, note …</source>
        <translation>Name, Nummer, Notiz …</translation>
    </message>
    <message>
        <source>Search calls</source>
        <translation>Gespräche suchen</translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation>Welche Gespräche</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two days</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write these calls to a table (Ctrl+E)</source>
        <translation>Diese Gespräche in eine Tabelle schreiben (Strg+E)</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Blocked from now on.</source>
        <translation>Ab jetzt gesperrt.</translation>
    </message>
    <message>
        <source>Not exported.</source>
        <translation>Nicht exportiert.</translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation>Gespräche exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>calls-{day}.csv</source>
        <translation>gespraeche-{day}.csv</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>{name} wird geschrieben…</translation>
    </message>
    <message numerus="yes">
        <source>{n} call written to {name}</source>
        <comment>{n} calls written to {name}</comment>
        <translation>
            <numerusform>{n} Gespräch nach {name} geschrieben</numerusform>
            <numerusform>{n} Gespräche nach {name} geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>The call history could not be read, so a new one was begun.</source>
        <translation>Die Gesprächsliste konnte nicht gelesen werden, daher wurde eine neue begonnen.</translation>
    </message>
    <message>
        <source>The old file was kept beside it.</source>
        <translation>Die alte Datei liegt daneben.</translation>
    </message>
    <message>
        <source>A newer Traydial wrote the call history.</source>
        <translation>Ein neueres Traydial hat die Gesprächsliste geschrieben.</translation>
    </message>
    <message>
        <source>New calls are not added to it; update Traydial.</source>
        <translation>Neue Gespräche kommen nicht hinzu; aktualisieren Sie Traydial.</translation>
    </message>
    <message>
        <source>The disk is full, so calls are not added to the history.</source>
        <translation>Der Datenträger ist voll, daher kommen keine Gespräche hinzu.</translation>
    </message>
    <message>
        <source>Make room; later calls are added again.</source>
        <translation>Schaffen Sie Platz; spätere Gespräche kommen dann wieder hinzu.</translation>
    </message>
    <message>
        <source>Traydial on another computer uses the call history.</source>
        <translation>Traydial auf einem anderen Computer verwendet die Gesprächsliste.</translation>
    </message>
    <message>
        <source>Calls of this computer are not added to it.</source>
        <translation>Gespräche dieses Computers kommen nicht hinzu.</translation>
    </message>
    <message>
        <source>The call history cannot be opened or written.</source>
        <translation>Die Gesprächsliste kann nicht geöffnet oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Look who may write to its folder.</source>
        <translation>Sehen Sie nach, wer in ihren Ordner schreiben darf.</translation>
    </message>
    <message>
        <source>This call is not in the history any more.</source>
        <translation>Dieses Gespräch ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>Open the history again.</source>
        <translation>Öffnen Sie die Liste noch einmal.</translation>
    </message>
    <message>
        <source>The call history is closed.</source>
        <translation>Die Gesprächsliste ist geschlossen.</translation>
    </message>
    <message>
        <source>Start Traydial again.</source>
        <translation>Starten Sie Traydial neu.</translation>
    </message>
    <message>
        <source>The calls could not be written to that file.</source>
        <translation>Die Gespräche konnten nicht in diese Datei geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Unterdrückte Nummer</translation>
    </message>
    <message>
        <source>No calls yet. From now on each call is kept here.</source>
        <translation>Noch keine Gespräche. Ab jetzt wird hier jedes behalten.</translation>
    </message>
    <message>
        <source>No call is like that.</source>
        <translation>Kein Gespräch passt dazu.</translation>
    </message>
    <message>
        <source>Whom you block is listed on the page Privacy of the settings.</source>
        <translation>Wen Sie sperren, steht in den Einstellungen auf der Seite „Privatsphäre“.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>own phone not picked up</source>
        <translation>am eigenen Telefon nicht abgehoben</translation>
    </message>
    <message>
        <source>you declined</source>
        <translation>von Ihnen abgelehnt</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Verpasster Anruf</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Ankommender Anruf</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Abgehender Anruf</translation>
    </message>
    <message>
        <source>to {taker}</source>
        <translation>an {taker}</translation>
    </message>
    <message>
        <source>taken by {taker}</source>
        <translation>angenommen von {taker}</translation>
    </message>
    <message>
        <source>Not connected from {since} to {until}</source>
        <translation>Nicht verbunden von {since} bis {until}</translation>
    </message>
    <message numerus="yes">
        <source>{n} call</source>
        <comment>{n} calls</comment>
        <translation>
            <numerusform>{n} Gespräch</numerusform>
            <numerusform>{n} Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete all calls and notes, the star and the digits of {who}? It cannot be undone. What the phone system recorded is not touched.</source>
        <translation>Alle Gespräche und Notizen, den Stern und die Ziffern von {who} löschen? Das lässt sich nicht rückgängig machen. Was die Telefonanlage aufgenommen hat, bleibt unberührt.</translation>
    </message>
    <message>
        <source>Press the keys here; Backspace for none.</source>
        <translation>Drücken Sie hier die Tasten; Rücktaste für keine.</translation>
    </message>
    <message>
        <source>this call</source>
        <translation>dieses Gespräch</translation>
    </message>
    <message>
        <source>Keypad for {who}</source>
        <translation>Tastenfeld für {who}</translation>
    </message>
    <message>
        <source>Type, or click the keys</source>
        <translation>Tippen Sie, oder klicken Sie auf die Tasten</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <translation>Von Ihrem Administrator festgelegt.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} more</source>
        <comment>{names} and {n} more</comment>
        <translation>
            <numerusform>{names} und {n} weitere</numerusform>
            <numerusform>{names} und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Set by your administrator, so left as it is: {names}.</source>
        <translation>Von Ihrem Administrator festgelegt, daher unverändert: {names}.</translation>
    </message>
    <message>
        <source>The settings file is not in order: {lines}.</source>
        <translation>Die Einstellungsdatei ist nicht in Ordnung: {lines}.</translation>
    </message>
    <message>
        <source>What is wrong was left out; saving here puts the file in order.</source>
        <translation>Was falsch ist, wurde weggelassen; Speichern bringt die Datei hier in Ordnung.</translation>
    </message>
    <message>
        <source>What was set for this computer is not in order: {lines}.</source>
        <translation>Was für diesen Computer festgelegt wurde, ist nicht in Ordnung: {lines}.</translation>
    </message>
    <message>
        <source>What is wrong was left out. Tell your administrator.</source>
        <translation>Was falsch ist, wurde weggelassen. Sagen Sie es Ihrem Administrator.</translation>
    </message>
    <message>
        <source>Settings are your own</source>
        <translation>Die Einstellungen sind Ihre eigenen</translation>
    </message>
    <message>
        <source>Settings are your own and of {sources}</source>
        <translation>Die Einstellungen sind Ihre eigenen und aus {sources}</translation>
    </message>
    <message numerus="yes">
        <source>{n} locked</source>
        <comment>{n} locked</comment>
        <translation>
            <numerusform>{n} festgelegt</numerusform>
            <numerusform>{n} festgelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>none locked</source>
        <translation>keine festgelegt</translation>
    </message>
    <message>
        <source>All missed calls…</source>
        <translation>Alle verpassten Anrufe…</translation>
    </message>
    <message>
        <source>A line that they read before they lift</source>
        <translation>Eine Zeile, die vor dem Abheben gelesen wird</translation>
    </message>
    <message>
        <source>Note for who takes the call</source>
        <translation>Notiz für den, der das Gespräch annimmt</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <source>holds {count} numbers, Enter lets you choose</source>
        <translation>enthält {count} Nummern, Enter lässt Sie wählen</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Now: {old}</source>
        <translation>Jetzt: {old}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Importiert.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>{setting}: {new} (now {old})</source>
        <translation>{setting}: {new} (jetzt {old})</translation>
    </message>
    <message>
        <source>{name} changes nothing.</source>
        <translation>{name} ändert nichts.</translation>
    </message>
    <message numerus="yes">
        <source>{name} changes one setting.</source>
        <comment>{name} changes {n} settings.</comment>
        <translation>
            <numerusform>{name} ändert eine Einstellung.</numerusform>
            <numerusform>{name} ändert {n} Einstellungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is signed by your administrator.</source>
        <translation>Sie ist von Ihrem Administrator signiert.</translation>
    </message>
    <message>
        <source>Nobody has signed it. Import it only if you know who sent it.</source>
        <translation>Niemand hat sie signiert. Importieren Sie sie nur, wenn Sie wissen, von wem sie kommt.</translation>
    </message>
    <message>
        <source>Taken from signed files only, so left out: {names}.</source>
        <translation>Wird nur aus signierten Dateien übernommen, daher weggelassen: {names}.</translation>
    </message>
    <message>
        <source>Left out: {problem}</source>
        <translation>Weggelassen: {problem}</translation>
    </message>
    <message numerus="yes">
        <source>And {n} more that makes no sense.</source>
        <comment>And {n} more that make no sense.</comment>
        <translation>
            <numerusform>Und {n} weitere Angabe, die keinen Sinn ergibt.</numerusform>
            <numerusform>Und {n} weitere Angaben, die keinen Sinn ergeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Don’t call</source>
        <translation>Nicht anrufen</translation>
    </message>
    <message>
        <source>Call {shown}</source>
        <translation>{shown} anrufen</translation>
    </message>
    <message>
        <source>Queues · {waiting}</source>
        <translation>Warteschlangen · {waiting}</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Pause in all</source>
        <translation>In allen pausieren</translation>
    </message>
    <message>
        <source>Go on in all</source>
        <translation>In allen weitermachen</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <comment>and {n} more</comment>
        <translation>
            <numerusform>und {n} weiterer</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Go on taking calls</source>
        <translation>Wieder Anrufe annehmen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>The phone system has you in this queue for good: pause instead.</source>
        <translation>Die Telefonanlage führt Sie fest in dieser Warteschlange: pausieren Sie stattdessen.</translation>
    </message>
    <message>
        <source>Without a reason</source>
        <translation>Ohne Grund</translation>
    </message>
    <message>
        <source>Issuer&apos;s file</source>
        <translation>Datei des Ausstellers</translation>
    </message>
    <message>
        <source>A file with the certificate of whoever issued the server&apos;s.</source>
        <translation>Eine Datei mit dem Zertifikat dessen, der das des Servers ausgestellt hat.</translation>
    </message>
    <message>
        <source>Address book (CardDAV)</source>
        <translation>Adressbuch (CardDAV)</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring.</source>
        <translation>Liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Company directory (LDAP)</source>
        <translation>Firmenverzeichnis (LDAP)</translation>
    </message>
    <message>
        <source>Customer system (web service)</source>
        <translation>Kundensystem (Webdienst)</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>What is sent in that header, such as Bearer and a token. Kept in the system&apos;s keyring.</source>
        <translation>Was in dieser Kopfzeile gesendet wird, etwa Bearer und ein Token. Liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Call records of the phone system (SQL)</source>
        <translation>Gesprächsdaten der Telefonanlage (SQL)</translation>
    </message>
    <message>
        <source>Database (SQL)</source>
        <translation>Datenbank (SQL)</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>vCard or CSV, one a line; read again when they change.</source>
        <translation>vCard oder CSV, eine je Zeile; bei Änderungen neu gelesen.</translation>
    </message>
    <message>
        <source>Names that the phone system keeps</source>
        <translation>Namen, die die Telefonanlage kennt</translation>
    </message>
    <message>
        <source>Where nobody else knows the caller; your account must be allowed to ask.</source>
        <translation>Wo sonst niemand den Anrufer kennt; Ihr Konto muss fragen dürfen.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Of one address book; Nextcloud and others show it with its properties.</source>
        <translation>Die eines Adressbuchs; Nextcloud und andere zeigen sie bei seinen Eigenschaften.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>as this computer trusts</source>
        <translation>wem dieser Computer vertraut</translation>
    </message>
    <message>
        <source>Of an LDAP server or an Active Directory.</source>
        <translation>Die eines LDAP-Servers oder eines Active Directory.</translation>
    </message>
    <message>
        <source>Search below</source>
        <translation>Suchen unter</translation>
    </message>
    <message>
        <source>The branch with the people; ask your admin.</source>
        <translation>Der Zweig mit den Personen; fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Or reader@example.com for Active Directory. Empty asks as nobody.</source>
        <translation>Oder reader@example.com für Active Directory. Leer: es wird ohne Anmeldung gefragt.</translation>
    </message>
    <message>
        <source>Encrypt addresses with ldap:// too</source>
        <translation>Auch Adressen mit ldap:// verschlüsseln</translation>
    </message>
    <message>
        <source>Without it, anybody on the way can read the password.</source>
        <translation>Sonst kann unterwegs jeder das Passwort lesen.</translation>
    </message>
    <message>
        <source>Asked for each caller; answers with JSON. Can hold {e164}, {national}, {number}, {digits}, {tail}.</source>
        <translation>Wird für jeden Anrufer gefragt; antwortet mit JSON. Möglich sind {e164}, {national}, {number}, {digits}, {tail}.</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Asked while you type a name. Empty: names are not searched there.</source>
        <translation>Wird gefragt, während Sie einen Namen tippen. Leer: Namen werden dort nicht gesucht.</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Sent with each question.</source>
        <translation>Geht mit jeder Anfrage mit.</translation>
    </message>
    <message>
        <source>Where in the answer the people are, as JMESPath. Empty: the answer is one.</source>
        <translation>Wo in der Antwort die Personen stehen, als JMESPath. Leer: die Antwort ist eine.</translation>
    </message>
    <message>
        <source>Of each of them, as are those below.</source>
        <translation>Von jeder davon, wie auch die folgenden.</translation>
    </message>
    <message>
        <source>Empty: whoever is told has the number that was asked for.</source>
        <translation>Leer: wer genannt wird, hat die gesuchte Nummer.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>A web page about them.</source>
        <translation>Eine Webseite über die Person.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>As SQLAlchemy has it, without a password.</source>
        <translation>Wie SQLAlchemy sie schreibt, ohne Passwort.</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Nach Nummer</translation>
    </message>
    <message>
        <source>Given :e164, :national, :number, :digits and :tail; returns columns called name, company, number, link and ref, as many as there are.</source>
        <translation>Bekommt :e164, :national, :number, :digits und :tail; liefert Spalten namens name, company, number, link und ref, so viele es davon gibt.</translation>
    </message>
    <message>
        <source>Given :text, part of a name. Empty: names are not searched there.</source>
        <translation>Bekommt :text, einen Teil des Namens. Leer: Namen werden dort nicht gesucht.</translation>
    </message>
    <message>
        <source>Calls that came while Traydial was not connected are learnt there.</source>
        <translation>Dort werden Anrufe nachgelesen, die kamen, während Traydial nicht verbunden war.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>as FreePBX has its table cdr</source>
        <translation>wie FreePBX seine Tabelle cdr hat</translation>
    </message>
    <message>
        <source>Given :since, :until and :device; your admin&apos;s guide tells more.</source>
        <translation>Bekommt :since, :until und :device; mehr steht im Handbuch für Administratoren.</translation>
    </message>
    <message>
        <source>Traydial settings</source>
        <translation>Einstellungen von Traydial</translation>
    </message>
    <message>
        <source>not stored yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>In the file: {why}.</source>
        <translation>In der Datei: {why}.</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Passwort:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>Es gibt Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Save them, or close again to discard.</source>
        <translation>Speichern Sie sie, oder schließen Sie noch einmal, um sie zu verwerfen.</translation>
    </message>
    <message>
        <source>Try a number:</source>
        <translation>Nummer probieren:</translation>
    </message>
    <message>
        <source>Try a number</source>
        <translation>Eine Nummer probieren</translation>
    </message>
    <message>
        <source>nothing is dialled here</source>
        <translation>hier wird nichts gewählt</translation>
    </message>
    <message>
        <source>Dialled as {dial}, an extension.</source>
        <translation>Gewählt wird {dial}, eine Nebenstelle.</translation>
    </message>
    <message>
        <source>Dialled as {dial}.</source>
        <translation>Gewählt wird {dial}.</translation>
    </message>
    <message>
        <source>Phone links in browsers and mail are opened by Traydial.</source>
        <translation>Telefon-Links in Browsern und E-Mails öffnet Traydial.</translation>
    </message>
    <message>
        <source>Phone links are opened by {name}.</source>
        <translation>Telefon-Links öffnet {name}.</translation>
    </message>
    <message>
        <source>Phone links are opened by no program yet.</source>
        <translation>Telefon-Links öffnet noch kein Programm.</translation>
    </message>
    <message>
        <source>Leave phone links to others</source>
        <translation>Telefon-Links anderen überlassen</translation>
    </message>
    <message>
        <source>Let Traydial open phone links</source>
        <translation>Telefon-Links von Traydial öffnen lassen</translation>
    </message>
    <message>
        <source>Traydial starts when you log in.</source>
        <translation>Traydial startet, wenn Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Do not start it by itself</source>
        <translation>Nicht von selbst starten</translation>
    </message>
    <message>
        <source>Traydial does not start by itself.</source>
        <translation>Traydial startet nicht von selbst.</translation>
    </message>
    <message>
        <source>Start it when I log in</source>
        <translation>Bei meiner Anmeldung starten</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>ever</source>
        <comment>keep calls for ever</comment>
        <translation>für immer</translation>
    </message>
    <message numerus="yes">
        <source>day</source>
        <comment>days</comment>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <source>second</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>Sekunde</numerusform>
            <numerusform>Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The issuer&apos;s certificate</source>
        <translation>Das Zertifikat des Ausstellers</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>type to change it</source>
        <translation>zum Ändern tippen</translation>
    </message>
    <message>
        <source>used</source>
        <translation>verwendet</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Of the phone system. Several, with commas between, are tried in order.</source>
        <translation>Die der Telefonanlage. Mehrere, mit Kommas dazwischen, werden der Reihe nach versucht.</translation>
    </message>
    <message>
        <source>Without it, anybody on the way can listen.</source>
        <translation>Ohne sie kann unterwegs jeder mithören.</translation>
    </message>
    <message>
        <source>A file with the certificate of whoever issued the phone system&apos;s.</source>
        <translation>Eine Datei mit dem Zertifikat dessen, der das der Telefonanlage ausgestellt hat.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>not needed when the issuer is known</source>
        <translation>nicht nötig, wenn der Aussteller bekannt ist</translation>
    </message>
    <message>
        <source>Trust exactly the certificate with this SHA-256 fingerprint.</source>
        <translation>Genau dem Zertifikat mit diesem SHA-256-Fingerabdruck vertrauen.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Nebenstelle</translation>
    </message>
    <message>
        <source>Your own number.</source>
        <translation>Ihre eigene Nummer.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>those of the extension</source>
        <translation>die der Nebenstelle</translation>
    </message>
    <message>
        <source>Like PJSIP/7001, with commas between; the first one there rings when you dial. Empty: wherever your extension is signed in.</source>
        <translation>Wie PJSIP/7001, mit Kommas dazwischen; das erste erreichbare klingelt, wenn Sie wählen. Leer: wo immer Ihre Nebenstelle angemeldet ist.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Which numbers you may call; ask your admin.</source>
        <translation>Welche Nummern Sie anrufen dürfen; fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>When I dial</source>
        <translation>Wenn ich wähle</translation>
    </message>
    <message>
        <source>The phone may lift by itself, as its maker has it; links then ask first.</source>
        <translation>Das Telefon darf von selbst abheben, wie es sein Hersteller vorsieht; Links fragen dann vorher.</translation>
    </message>
    <message>
        <source>my phone rings and I pick it up</source>
        <translation>klingelt mein Telefon und ich hebe ab</translation>
    </message>
    <message>
        <source>it lifts: Snom, Grandstream, Yealink, Cisco</source>
        <translation>hebt es ab: Snom, Grandstream, Yealink, Cisco</translation>
    </message>
    <message>
        <source>it lifts: Yealink, Fanvil, Mitel, Gigaset</source>
        <translation>hebt es ab: Yealink, Fanvil, Mitel, Gigaset</translation>
    </message>
    <message>
        <source>it lifts: Poly, Polycom</source>
        <translation>hebt es ab: Poly, Polycom</translation>
    </message>
    <message>
        <source>it lifts: by RFC 5373</source>
        <translation>hebt es ab: nach RFC 5373</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Mailbox</translation>
    </message>
    <message>
        <source>What sends a caller to somebody&apos;s voicemail box; ask your admin.</source>
        <translation>Was einen Anrufer in die Mailbox von jemandem schickt; fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Konferenz</translation>
    </message>
    <message>
        <source>A conference room of your own, to talk with two others.</source>
        <translation>Ein eigener Konferenzraum, um mit zwei anderen zu sprechen.</translation>
    </message>
    <message>
        <source>Come back after</source>
        <translation>Kommt zurück nach</translation>
    </message>
    <message>
        <source>Where nobody takes a caller so long, your own phone rings for them again.</source>
        <translation>Wo so lange niemand einen Anrufer annimmt, klingelt Ihr Telefon wieder für ihn.</translation>
    </message>
    <message>
        <source>Notes with callers</source>
        <translation>Notizen zu Anrufern</translation>
    </message>
    <message>
        <source>A line from whoever hands you a caller, and one that you can send with yours.</source>
        <translation>Eine Zeile von dem, der Ihnen einen Anrufer gibt, und eine, die Sie mit Ihren mitschicken.</translation>
    </message>
    <message>
        <source>Answer from the screen</source>
        <translation>Vom Bildschirm annehmen</translation>
    </message>
    <message>
        <source>Where the phone understands it; most desk phones do, few softphones.</source>
        <translation>Wo das Telefon es versteht; die meisten Tischtelefone tun es, wenige Softphones.</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Two letters; how numbers are written here.</source>
        <translation>Zwei Buchstaben; wie Nummern hier geschrieben werden.</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>Vorwahl</translation>
    </message>
    <message>
        <source>Of the office, without a zero in front; for numbers that lack theirs.</source>
        <translation>Die des Büros, ohne Null davor; für Nummern, denen ihre fehlt.</translation>
    </message>
    <message>
        <source>Outside line</source>
        <translation>Amtsholung</translation>
    </message>
    <message>
        <source>Dialled before outside numbers.</source>
        <translation>Wird vor Nummern nach außen gewählt.</translation>
    </message>
    <message>
        <source>Outside numbers</source>
        <translation>Nummern nach außen</translation>
    </message>
    <message>
        <source>as they are written</source>
        <translation>wie sie geschrieben sind</translation>
    </message>
    <message>
        <source>as within the country, 030 1234567</source>
        <translation>wie im Inland, 030 1234567</translation>
    </message>
    <message>
        <source>with 00 and the country, 0049 30 1234567</source>
        <translation>mit 00 und dem Land, 0049 30 1234567</translation>
    </message>
    <message>
        <source>with a plus, +49 30 1234567</source>
        <translation>mit Plus, +49 30 1234567</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Nebenstellen</translation>
    </message>
    <message>
        <source>What numbers inside look like, X for any digit. Without it, all of up to five digits are inside.</source>
        <translation>Wie Nummern im Haus aussehen, X für jede Ziffer. Ohne das ist alles bis fünf Ziffern im Haus.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>One a line, tried in order: what a number looks like -&gt; what is dialled.</source>
        <translation>Eine je Zeile, der Reihe nach versucht: wie eine Nummer aussieht -&gt; was gewählt wird.</translation>
    </message>
    <message>
        <source>Read letters as digits, 1-800-FLOWERS</source>
        <translation>Buchstaben als Ziffern lesen, 1-800-FLOWERS</translation>
    </message>
    <message>
        <source>Ring my phone for</source>
        <translation>Mein Telefon klingelt</translation>
    </message>
    <message>
        <source>Then dialling is given up.</source>
        <translation>Danach wird das Wählen aufgegeben.</translation>
    </message>
    <message>
        <source>Links and start</source>
        <translation>Links und Start</translation>
    </message>
    <message>
        <source>A phone link</source>
        <translation>Ein Telefon-Link</translation>
    </message>
    <message>
        <source>dials at once</source>
        <translation>wählt sofort</translation>
    </message>
    <message>
        <source>asks first</source>
        <translation>fragt zuerst</translation>
    </message>
    <message>
        <source>Always ask before</source>
        <translation>Immer fragen vor</translation>
    </message>
    <message>
        <source>Kinds of numbers, and patterns such as 0900X. or +1876X. A number that you type is never asked about.</source>
        <translation>Arten von Nummern und Muster wie 0900X. oder +1876X. Nach einer Nummer, die Sie tippen, wird nie gefragt.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of Traydial, from its next start.</source>
        <translation>Die von Traydial, ab seinem nächsten Start.</translation>
    </message>
    <message>
        <source>that of this computer</source>
        <translation>die dieses Computers</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Dial selection</source>
        <translation>Markierung wählen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Calls the number that is selected in any window.</source>
        <translation>Ruft die Nummer an, die in irgendeinem Fenster markiert ist.</translation>
    </message>
    <message>
        <source>Dial box</source>
        <translation>Wählfeld</translation>
    </message>
    <message>
        <source>Opens a line to type a name or number.</source>
        <translation>Öffnet eine Zeile für Name oder Nummer.</translation>
    </message>
    <message>
        <source>Answer, hang up</source>
        <translation>Annehmen, auflegen</translation>
    </message>
    <message>
        <source>Ends the call; answers one that rings, or shows who is calling.</source>
        <translation>Beendet das Gespräch; nimmt einen Anruf an, oder zeigt, wer anruft.</translation>
    </message>
    <message>
        <source>Customer page</source>
        <translation>Kundenseite</translation>
    </message>
    <message>
        <source>Opens the page of whom you talk to, or who rings.</source>
        <translation>Öffnet die Seite dessen, mit dem Sie sprechen oder der anruft.</translation>
    </message>
    <message>
        <source>Offer to call numbers that I copy</source>
        <translation>Anbieten, kopierte Nummern anzurufen</translation>
    </message>
    <message>
        <source>It asks; nothing is dialled by copying.</source>
        <translation>Es fragt; durch Kopieren wird nichts gewählt.</translation>
    </message>
    <message>
        <source>Calls are recorded</source>
        <translation>Gespräche werden aufgenommen</translation>
    </message>
    <message>
        <source>when I click Record</source>
        <translation>wenn ich auf „Aufnehmen“ klicke</translation>
    </message>
    <message>
        <source>always, and to their end</source>
        <translation>immer, und bis zum Ende</translation>
    </message>
    <message>
        <source>After a transfer</source>
        <translation>Nach einer Weitergabe</translation>
    </message>
    <message>
        <source>the recording ends</source>
        <translation>endet die Aufnahme</translation>
    </message>
    <message>
        <source>it goes on, with the other party</source>
        <translation>geht sie weiter, mit dem anderen</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>Ansage</translation>
    </message>
    <message>
        <source>An extension that both hear before a recording starts, say “This call is being recorded”.</source>
        <translation>Eine Nebenstelle, die beide hören, bevor eine Aufnahme beginnt, etwa „Dieses Gespräch wird aufgenommen“.</translation>
    </message>
    <message>
        <source>Ask before</source>
        <translation>Vorher fragen</translation>
    </message>
    <message>
        <source>What you are reminded to ask before each recording that you start.</source>
        <translation>Woran Sie erinnert werden, bevor Sie eine Aufnahme beginnen.</translation>
    </message>
    <message>
        <source>Recording key</source>
        <translation>Aufnahmetaste</translation>
    </message>
    <message>
        <source>Of the phone system, like *3; for accounts that may not record otherwise.</source>
        <translation>Die der Telefonanlage, wie *3; für Konten, die sonst nicht aufnehmen dürfen.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>On the phone system, which keeps the files. Can hold {date}, {time}, {number}, {direction}, {extension}.</source>
        <translation>Auf der Telefonanlage, die die Dateien behält. Möglich sind {date}, {time}, {number}, {direction}, {extension}.</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Abgelegt</translation>
    </message>
    <message>
        <source>Where the phone system keeps do not disturb and forwarding; ask your admin.</source>
        <translation>Wo die Telefonanlage „Nicht stören“ und Weiterleitungen ablegt; fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>as FreePBX does, if it is one</source>
        <translation>wie bei FreePBX, wenn es eines ist</translation>
    </message>
    <message>
        <source>as FreePBX does</source>
        <translation>wie bei FreePBX</translation>
    </message>
    <message>
        <source>as older examples do: DND, CFIM, CFBS, CFNA</source>
        <translation>wie in älteren Beispielen: DND, CFIM, CFBS, CFNA</translation>
    </message>
    <message>
        <source>only where the fields below say</source>
        <translation>nur wie in den Feldern unten angegeben</translation>
    </message>
    <message>
        <source>nowhere: offer neither</source>
        <translation>nirgends: beides nicht anbieten</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>Alle Anrufe</translation>
    </message>
    <message>
        <source>When busy</source>
        <translation>Bei Besetzt</translation>
    </message>
    <message>
        <source>When not answered</source>
        <translation>Ohne Antwort</translation>
    </message>
    <message>
        <source>Entries of the phone system&apos;s database; empty is as chosen above.</source>
        <translation>Einträge in der Datenbank der Telefonanlage; leer ist wie oben gewählt.</translation>
    </message>
    <message>
        <source>Means on</source>
        <translation>Wert für „ein“</translation>
    </message>
    <message>
        <source>What is written for do not disturb.</source>
        <translation>Was für „Nicht stören“ geschrieben wird.</translation>
    </message>
    <message>
        <source>Lamps</source>
        <translation>Lampen</translation>
    </message>
    <message>
        <source>Forwarding lamps</source>
        <translation>Lampen der Weiterleitung</translation>
    </message>
    <message>
        <source>States that lamps of phones follow, with commas between.</source>
        <translation>Zustände, denen Lampen von Telefonen folgen, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Use codes where I may not write there</source>
        <translation>Codes verwenden, wo ich dort nicht schreiben darf</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>On and off: do not disturb, all calls, when busy, when not answered. Used where your account may not write entries.</source>
        <translation>Ein und aus: „Nicht stören“, alle Anrufe, bei Besetzt, ohne Antwort. Verwendet, wo Ihr Konto keine Einträge schreiben darf.</translation>
    </message>
    <message>
        <source>My queues</source>
        <translation>Meine Warteschlangen</translation>
    </message>
    <message>
        <source>where I am a member</source>
        <translation>in denen ich Mitglied bin</translation>
    </message>
    <message>
        <source>As the phone system names them, with commas between; 400 = Sales gives one a name.</source>
        <translation>Wie die Telefonanlage sie nennt, mit Kommas dazwischen; 400 = Verkauf gibt einer einen Namen.</translation>
    </message>
    <message>
        <source>Reasons to pause</source>
        <translation>Gründe für Pausen</translation>
    </message>
    <message>
        <source>Offered when you pause; supervisors see them.</source>
        <translation>Werden beim Pausieren angeboten; Vorgesetzte sehen sie.</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>Es klingelt</translation>
    </message>
    <message>
        <source>the phone itself</source>
        <translation>das Telefon selbst</translation>
    </message>
    <message>
        <source>Where the queue rings something else, say Local/{extension}@from-queue/n; ask your admin.</source>
        <translation>Wo die Warteschlange etwas anderes klingeln lässt, etwa Local/{extension}@from-queue/n; fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Opened for whoever has no page of their own. {e164}, {national}, {digits}, {name} and {company} stand for the caller.</source>
        <translation>Wird geöffnet, wo jemand keine eigene Seite hat. {e164}, {national}, {digits}, {name} und {company} stehen für den Anrufer.</translation>
    </message>
    <message>
        <source>It opens</source>
        <translation>Sie öffnet sich</translation>
    </message>
    <message>
        <source>when I click its button</source>
        <translation>wenn ich auf ihren Knopf klicke</translation>
    </message>
    <message>
        <source>when somebody calls</source>
        <translation>wenn jemand anruft</translation>
    </message>
    <message>
        <source>when I answer</source>
        <translation>wenn ich annehme</translation>
    </message>
    <message>
        <source>Also for numbers that no contact has</source>
        <translation>Auch für Nummern, die kein Kontakt hat</translation>
    </message>
    <message>
        <source>Also when I call</source>
        <translation>Auch wenn ich anrufe</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Nach Quelle</translation>
    </message>
    <message>
        <source>Another address for contacts of one source, one a line: files, carddav, ldap, database, crm or pbx. A link of the contact&apos;s own comes first.</source>
        <translation>Eine andere Adresse für Kontakte einer Quelle, eine je Zeile: files, carddav, ldap, database, crm oder pbx. Ein eigener Link des Kontakts geht vor.</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Other addresses are never opened, whoever sends them.</source>
        <translation>Andere Adressen werden nie geöffnet, wer immer sie schickt.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Started for a call: one argument a line, no shell. {event} is ring, answer or end, {link} the page.</source>
        <translation>Wird bei einem Gespräch gestartet: ein Argument je Zeile, keine Shell. {event} ist ring, answer oder end, {link} die Seite.</translation>
    </message>
    <message>
        <source>It starts</source>
        <translation>Es startet</translation>
    </message>
    <message>
        <source>when a call is over</source>
        <translation>wenn ein Gespräch vorbei ist</translation>
    </message>
    <message>
        <source>each of these times</source>
        <translation>bei jedem davon</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pair my phone</source>
        <translation>Mein Telefon erkennen</translation>
    </message>
    <message>
        <source>Traydial shows a number; dial it on your phone, and the fields below are filled in.</source>
        <translation>Traydial zeigt eine Nummer; wählen Sie sie an Ihrem Telefon, und die Felder unten werden ausgefüllt.</translation>
    </message>
    <message>
        <source>Use this phone</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Add it to mine</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Not mine</source>
        <translation>Nicht meines</translation>
    </message>
    <message>
        <source>The fields below are those of this phone now. Save to keep them.</source>
        <translation>Die Felder unten gehören jetzt zu diesem Telefon. Speichern Sie, um sie zu behalten.</translation>
    </message>
    <message>
        <source>This phone is one of yours now. Save to keep it.</source>
        <translation>Dieses Telefon ist jetzt eines von Ihren. Speichern Sie, um es zu behalten.</translation>
    </message>
    <message>
        <source>Dial {digits}</source>
        <translation>Wählen Sie {digits}</translation>
    </message>
    <message>
        <source>of a customer</source>
        <translation>eines Kunden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>There is no page for that.</source>
        <translation>Dafür gibt es keine Seite.</translation>
    </message>
    <message>
        <source>Type a number first.</source>
        <translation>Tippen Sie zuerst eine Nummer.</translation>
    </message>
    <message>
        <source>Opens {page}</source>
        <translation>Öffnet {page}</translation>
    </message>
    <message>
        <source>Opens nothing.</source>
        <translation>Öffnet nichts.</translation>
    </message>
    <message>
        <source>Starts {command}</source>
        <translation>Startet {command}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Keep a history of my calls</source>
        <translation>Meine Gespräche in einer Liste behalten</translation>
    </message>
    <message>
        <source>Without it calls are remembered until Traydial ends. What was kept stays.</source>
        <translation>Ohne das bleiben Gespräche bis zum Ende von Traydial bekannt. Was schon behalten wurde, bleibt.</translation>
    </message>
    <message>
        <source>Keep calls for</source>
        <translation>Gespräche behalten</translation>
    </message>
    <message>
        <source>Then they are deleted with their notes.</source>
        <translation>Danach werden sie mit ihren Notizen gelöscht.</translation>
    </message>
    <message>
        <source>Blocked callers</source>
        <translation>Gesperrte Anrufer</translation>
    </message>
    <message>
        <source>One a line; +4930* is all that begin so. Whom you called may call back all the same.</source>
        <translation>Einer je Zeile; +4930* sind alle, die so beginnen. Wen Sie angerufen haben, der darf trotzdem zurückrufen.</translation>
    </message>
    <message>
        <source>They are</source>
        <translation>Sie werden</translation>
    </message>
    <message>
        <source>not shown; the phone may ring</source>
        <translation>nicht gezeigt; das Telefon kann klingeln</translation>
    </message>
    <message>
        <source>sent to the extension below</source>
        <translation>zur Nebenstelle unten geschickt</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Geschickt an</translation>
    </message>
    <message>
        <source>Your voicemail box, or an announcement.</source>
        <translation>Ihre Mailbox oder eine Ansage.</translation>
    </message>
    <message>
        <source>Hide numbers in the log</source>
        <translation>Nummern im Protokoll verbergen</translation>
    </message>
    <message>
        <source>Of each number the last two digits stay, so that a call can be followed.</source>
        <translation>Von jeder Nummer bleiben die letzten zwei Ziffern, damit man ein Gespräch verfolgen kann.</translation>
    </message>
    <message>
        <source>Try a caller:</source>
        <translation>Anrufer probieren:</translation>
    </message>
    <message>
        <source>Try a number or name</source>
        <translation>Eine Nummer oder einen Namen probieren</translation>
    </message>
    <message>
        <source>a number or a name</source>
        <translation>eine Nummer oder ein Name</translation>
    </message>
    <message>
        <source>Type whom to look for.</source>
        <translation>Tippen Sie, nach wem gesucht wird.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>No source is set up yet.</source>
        <translation>Noch ist keine Quelle eingerichtet.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Knows nobody.</source>
        <translation>Kennt niemanden.</translation>
    </message>
    <message>
        <source>Is asked for numbers alone.</source>
        <translation>Wird nur nach Nummern gefragt.</translation>
    </message>
    <message>
        <source>Probably {named}: the last digits agree.</source>
        <translation>Wahrscheinlich {named}: die letzten Ziffern stimmen überein.</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal testen</translation>
    </message>
    <message>
        <source>Forward calls…</source>
        <translation>Anrufe weiterleiten…</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Who fits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>{time} s</source>
        <translation>{time} s</translation>
    </message>
    <message>
        <source>{time} min</source>
        <translation>{time} min</translation>
    </message>
    <message>
        <source>{time} h</source>
        <translation>{time} h</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Transfer {who} to</source>
        <translation>{who} weitergeben an</translation>
    </message>
    <message>
        <source>Divert {who} to</source>
        <translation>{who} umleiten an</translation>
    </message>
    <message>
        <source>Choose somebody first.</source>
        <translation>Wählen Sie zuerst jemanden.</translation>
    </message>
    <message>
        <source>Transfer now</source>
        <translation>Jetzt weitergeben</translation>
    </message>
    <message>
        <source>Divert</source>
        <translation>Umleiten</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Erst fragen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Enter</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Strg+M</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Strg+P</translation>
    </message>
    <message>
        <source>Enter transfers to {who}</source>
        <translation>Enter gibt weiter an {who}</translation>
    </message>
    <message>
        <source>Enter diverts to {who}</source>
        <translation>Enter leitet um an {who}</translation>
    </message>
    <message>
        <source>Enter transfers now</source>
        <translation>Enter gibt sofort weiter</translation>
    </message>
    <message>
        <source>Enter diverts</source>
        <translation>Enter leitet um</translation>
    </message>
    <message>
        <source>{first}, Ctrl+Enter asks first</source>
        <translation>{first}, Strg+Enter fragt zuerst</translation>
    </message>
    <message>
        <source>{first}, Esc closes</source>
        <translation>{first}, Esc schließt</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Set up Traydial…</source>
        <translation>Traydial einrichten…</translation>
    </message>
    <message>
        <source>Dial…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Dial clipboard</source>
        <translation>Zwischenablage wählen</translation>
    </message>
    <message>
        <source>Call history…</source>
        <translation>Gesprächsliste…</translation>
    </message>
    <message>
        <source>Check the connection…</source>
        <translation>Verbindung prüfen…</translation>
    </message>
    <message>
        <source>Save what just happened</source>
        <translation>Letzte Vorgänge speichern</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>Parked ({n})</source>
        <comment>Parked ({n})</comment>
        <translation>
            <numerusform>Geparkt ({n})</numerusform>
            <numerusform>Geparkt ({n})</numerusform>
        </translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Noch keine Gespräche</translation>
    </message>
    <message>
        <source>Next try at {time}</source>
        <translation>Nächster Versuch um {time}</translation>
    </message>
    <message numerus="yes">
        <source>{n} missed call</source>
        <comment>{n} missed calls</comment>
        <translation>
            <numerusform>{n} verpasster Anruf</numerusform>
            <numerusform>{n} verpasste Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>This desktop shows no tray icons, so Traydial is here. It may be minimised: calls come up all the same.</source>
        <translation>Diese Arbeitsumgebung zeigt keine Symbole im Infobereich, daher ist Traydial hier. Sie können es minimieren: Anrufe erscheinen trotzdem.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>All that the tray icon would offer</source>
        <translation>Alles, was das Symbol im Infobereich böte</translation>
    </message>
    <message>
        <source>The phone system vouches for itself only.</source>
        <translation>Die Telefonanlage bürgt nur für sich selbst.</translation>
    </message>
    <message>
        <source>Compare its fingerprint with your administrator&apos;s, then trust this certificate.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem Ihres Administrators und vertrauen Sie dann diesem Zertifikat.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate was issued by somebody this computer does not know.</source>
        <translation>Das Zertifikat der Telefonanlage hat jemand ausgestellt, den dieser Computer nicht kennt.</translation>
    </message>
    <message>
        <source>Ask your administrator for the issuer&apos;s file, or trust this very certificate.</source>
        <translation>Bitten Sie Ihren Administrator um die Datei des Ausstellers, oder vertrauen Sie genau diesem Zertifikat.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate is for another name.</source>
        <translation>Das Zertifikat der Telefonanlage gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>Use the name in the certificate as the address, or trust this very certificate.</source>
        <translation>Verwenden Sie den Namen im Zertifikat als Adresse, oder vertrauen Sie genau diesem Zertifikat.</translation>
    </message>
    <message>
        <source>Your administrator has to renew it.</source>
        <translation>Ihr Administrator muss es erneuern.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate is not valid yet.</source>
        <translation>Das Zertifikat der Telefonanlage gilt noch nicht.</translation>
    </message>
    <message>
        <source>Check the date of this computer; otherwise ask your administrator.</source>
        <translation>Prüfen Sie das Datum dieses Computers; sonst fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>The issuer of the phone system&apos;s certificate was not made the way issuers must be.</source>
        <translation>Der Aussteller des Zertifikats der Telefonanlage ist nicht so gemacht, wie Aussteller sein müssen.</translation>
    </message>
    <message>
        <source>Trust this very certificate by its fingerprint instead.</source>
        <translation>Vertrauen Sie stattdessen genau diesem Zertifikat an seinem Fingerabdruck.</translation>
    </message>
    <message>
        <source>The phone system shows another certificate than the one you trust.</source>
        <translation>Die Telefonanlage zeigt ein anderes Zertifikat als das, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>If your administrator has renewed it, trust the new one; otherwise do not connect.</source>
        <translation>Wenn Ihr Administrator es erneuert hat, vertrauen Sie dem neuen; sonst verbinden Sie sich nicht.</translation>
    </message>
    <message>
        <source>The file with the issuer&apos;s certificate cannot be used.</source>
        <translation>Die Datei mit dem Zertifikat des Ausstellers kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Check the file in the settings.</source>
        <translation>Prüfen Sie die Datei in den Einstellungen.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate was not accepted.</source>
        <translation>Das Zertifikat der Telefonanlage wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Ask your administrator, and show the detail.</source>
        <translation>Fragen Sie Ihren Administrator und zeigen Sie ihm die Einzelheiten.</translation>
    </message>
    <message>
        <source>The phone system answers, but not over a secure connection.</source>
        <translation>Die Telefonanlage antwortet, aber nicht über eine sichere Verbindung.</translation>
    </message>
    <message>
        <source>Check address and port; secure connections usually use port 5039.</source>
        <translation>Prüfen Sie Adresse und Port; sichere Verbindungen verwenden meist Port 5039.</translation>
    </message>
    <message>
        <source>The phone system cannot be reached.</source>
        <translation>Die Telefonanlage ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the address and your network; Traydial keeps trying.</source>
        <translation>Prüfen Sie die Adresse und Ihr Netz; Traydial versucht es weiter.</translation>
    </message>
    <message>
        <source>What answers there is not an Asterisk phone system.</source>
        <translation>Was dort antwortet, ist keine Asterisk-Telefonanlage.</translation>
    </message>
    <message>
        <source>Check address and port.</source>
        <translation>Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>The phone system did not answer in time.</source>
        <translation>Die Telefonanlage hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell your administrator.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, sagen Sie es Ihrem Administrator.</translation>
    </message>
    <message>
        <source>The connection to the phone system was lost.</source>
        <translation>Die Verbindung zur Telefonanlage ging verloren.</translation>
    </message>
    <message>
        <source>Traydial reconnects by itself.</source>
        <translation>Traydial verbindet sich von selbst neu.</translation>
    </message>
    <message>
        <source>Traydial keeps trying.</source>
        <translation>Traydial versucht es weiter.</translation>
    </message>
    <message>
        <source>No password is stored.</source>
        <translation>Es ist kein Passwort gespeichert.</translation>
    </message>
    <message>
        <source>Enter it in the settings.</source>
        <translation>Geben Sie es in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The phone system refused user name or password.</source>
        <translation>Die Telefonanlage hat Benutzername oder Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>Check both in the settings; Traydial does not try again by itself.</source>
        <translation>Prüfen Sie beides in den Einstellungen; Traydial versucht es nicht von selbst noch einmal.</translation>
    </message>
    <message>
        <source>These settings are not taken.</source>
        <translation>Diese Einstellungen werden nicht übernommen.</translation>
    </message>
    <message>
        <source>Ask whoever sent you the file.</source>
        <translation>Fragen Sie den Absender der Datei.</translation>
    </message>
    <message>
        <source>Your administrator has set this on this computer.</source>
        <translation>Das hat Ihr Administrator auf diesem Computer festgelegt.</translation>
    </message>
    <message>
        <source>It can be changed by them alone.</source>
        <translation>Nur er kann es ändern.</translation>
    </message>
    <message>
        <source>The settings are not complete.</source>
        <translation>Die Einstellungen sind nicht vollständig.</translation>
    </message>
    <message>
        <source>Open the settings and fill them in.</source>
        <translation>Öffnen Sie die Einstellungen und füllen Sie sie aus.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring cannot be used.</source>
        <translation>Der Schlüsselbund dieses Computers kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The password is kept for this run only.</source>
        <translation>Das Passwort wird nur behalten, bis Traydial beendet wird.</translation>
    </message>
    <message>
        <source>That cannot be sent to the phone system.</source>
        <translation>Das kann nicht an die Telefonanlage gesendet werden.</translation>
    </message>
    <message>
        <source>Check what was typed.</source>
        <translation>Prüfen Sie, was getippt wurde.</translation>
    </message>
    <message>
        <source>There is no number to dial in that.</source>
        <translation>Darin ist keine Nummer, die gewählt werden kann.</translation>
    </message>
    <message>
        <source>Type a phone number.</source>
        <translation>Tippen Sie eine Telefonnummer.</translation>
    </message>
    <message>
        <source>Your own phone is not connected to the phone system.</source>
        <translation>Ihr eigenes Telefon ist nicht mit der Telefonanlage verbunden.</translation>
    </message>
    <message>
        <source>Check that it is switched on and signed in, then try again.</source>
        <translation>Prüfen Sie, ob es eingeschaltet und angemeldet ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The phone system does not say which phone is yours.</source>
        <translation>Die Telefonanlage sagt nicht, welches Telefon Ihres ist.</translation>
    </message>
    <message>
        <source>Pair your phone in the settings, on the page Phone.</source>
        <translation>Lassen Sie Ihr Telefon in den Einstellungen auf der Seite „Telefon“ erkennen.</translation>
    </message>
    <message>
        <source>The phone system does not know that number.</source>
        <translation>Diese Nummer kennt die Telefonanlage nicht.</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>Prüfen Sie die Nummer.</translation>
    </message>
    <message>
        <source>That number has no voicemail box.</source>
        <translation>Diese Nummer hat keine Mailbox.</translation>
    </message>
    <message>
        <source>Choose somebody else, or transfer now.</source>
        <translation>Wählen Sie jemand anderen, oder geben Sie sofort weiter.</translation>
    </message>
    <message>
        <source>No phone was seen to dial that.</source>
        <translation>Kein Telefon hat diese Nummer gewählt, soweit zu sehen war.</translation>
    </message>
    <message>
        <source>Try again; if it was dialled, your account may not see the calls of that phone: ask your administrator.</source>
        <translation>Versuchen Sie es noch einmal; wurde sie gewählt, sieht Ihr Konto die Gespräche dieses Telefons vielleicht nicht: fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>That call is over.</source>
        <translation>Dieses Gespräch ist vorbei.</translation>
    </message>
    <message>
        <source>Nobody is connected to this call.</source>
        <translation>Mit diesem Gespräch ist niemand verbunden.</translation>
    </message>
    <message>
        <source>That works once the call is answered.</source>
        <translation>Das geht, sobald das Gespräch angenommen ist.</translation>
    </message>
    <message>
        <source>Calls cannot be forwarded to your own number.</source>
        <translation>Anrufe können nicht an Ihre eigene Nummer weitergeleitet werden.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>That number forwards its own calls to you, so nobody would ever be reached.</source>
        <translation>Diese Nummer leitet ihre Anrufe selbst an Sie weiter, so würde nie jemand erreicht.</translation>
    </message>
    <message>
        <source>Choose another number.</source>
        <translation>Wählen Sie eine andere Nummer.</translation>
    </message>
    <message>
        <source>This phone system offers no such setting, as far as Traydial knows.</source>
        <translation>Diese Telefonanlage bietet keine solche Einstellung, soweit Traydial weiß.</translation>
    </message>
    <message>
        <source>The settings tell where the phone system keeps it; ask your administrator.</source>
        <translation>In den Einstellungen steht, wo die Telefonanlage sie ablegt; fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>The phone system has you in this queue for good.</source>
        <translation>Die Telefonanlage führt Sie fest in dieser Warteschlange.</translation>
    </message>
    <message>
        <source>Pause instead; only your administrator can take you out.</source>
        <translation>Pausieren Sie stattdessen; nur Ihr Administrator kann Sie herausnehmen.</translation>
    </message>
    <message>
        <source>You are not in that queue any more, or it is gone.</source>
        <translation>Sie sind nicht mehr in dieser Warteschlange, oder es gibt sie nicht mehr.</translation>
    </message>
    <message>
        <source>Look at your queues again.</source>
        <translation>Sehen Sie noch einmal nach Ihren Warteschlangen.</translation>
    </message>
    <message>
        <source>The phone system itself records this call, and Traydial leaves that alone.</source>
        <translation>Die Telefonanlage nimmt dieses Gespräch selbst auf, und Traydial lässt das in Ruhe.</translation>
    </message>
    <message>
        <source>No page is known for this number.</source>
        <translation>Für diese Nummer ist keine Seite bekannt.</translation>
    </message>
    <message>
        <source>The settings say which page is opened.</source>
        <translation>In den Einstellungen steht, welche Seite geöffnet wird.</translation>
    </message>
    <message>
        <source>No program shows this file.</source>
        <translation>Kein Programm zeigt diese Datei.</translation>
    </message>
    <message>
        <source>It is where it was saved.</source>
        <translation>Sie liegt, wo sie gespeichert wurde.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>Die Datei konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Make sure that there is room, and that you may write there.</source>
        <translation>Sorgen Sie dafür, dass Platz ist und dass Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>A page or program for a call could not be opened.</source>
        <translation>Eine Seite oder ein Programm zu einem Gespräch konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Look at Customer page in the settings.</source>
        <translation>Sehen Sie in den Einstellungen auf der Seite „Kundenseite“ nach.</translation>
    </message>
    <message>
        <source>The contacts could not be asked.</source>
        <translation>Die Kontakte konnten nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Look at the contacts in the settings.</source>
        <translation>Sehen Sie in den Einstellungen bei den Kontakten nach.</translation>
    </message>
    <message>
        <source>They are talking.</source>
        <translation>Dort wird gesprochen.</translation>
    </message>
    <message>
        <source>Once more transfers anyway.</source>
        <translation>Noch einmal gibt trotzdem weiter.</translation>
    </message>
    <message>
        <source>Their phone cannot be reached.</source>
        <translation>Das Telefon dort ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Your phone does not listen to this computer.</source>
        <translation>Ihr Telefon hört nicht auf diesen Computer.</translation>
    </message>
    <message>
        <source>Pick it up, or press its own key.</source>
        <translation>Heben Sie ab, oder drücken Sie seine eigene Taste.</translation>
    </message>
    <message>
        <source>The phone system did not take its recording key.</source>
        <translation>Die Telefonanlage hat ihre Aufnahmetaste nicht angenommen.</translation>
    </message>
    <message>
        <source>Ask your administrator to check it; the other party may have heard it.</source>
        <translation>Bitten Sie Ihren Administrator, sie zu prüfen; der andere hat sie vielleicht gehört.</translation>
    </message>
    <message>
        <source>It could not be said that this call would be recorded.</source>
        <translation>Es konnte nicht angesagt werden, dass dieses Gespräch aufgenommen würde.</translation>
    </message>
    <message>
        <source>So it is not recorded. Ask your administrator to check the announcement.</source>
        <translation>Daher wird es nicht aufgenommen. Bitten Sie Ihren Administrator, die Ansage zu prüfen.</translation>
    </message>
    <message>
        <source>Calls are not recorded here.</source>
        <translation>Gespräche werden hier nicht aufgenommen.</translation>
    </message>
    <message>
        <source>All calls are recorded to their end.</source>
        <translation>Alle Gespräche werden bis zu ihrem Ende aufgenommen.</translation>
    </message>
    <message>
        <source>You can pause the recording.</source>
        <translation>Sie können die Aufnahme anhalten.</translation>
    </message>
    <message>
        <source>The phone system could not do that.</source>
        <translation>Das konnte die Telefonanlage nicht tun.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>Copy the number, then choose Dial clipboard.</source>
        <translation>Kopieren Sie die Nummer und wählen Sie dann „Zwischenablage wählen“.</translation>
    </message>
    <message>
        <source>The program with the selected text does not answer.</source>
        <translation>Das Programm mit dem markierten Text antwortet nicht.</translation>
    </message>
    <message>
        <source>In a terminal, text cannot be copied from outside.</source>
        <translation>In einem Terminal kann Text nicht von außen kopiert werden.</translation>
    </message>
    <message>
        <source>That window belongs to an administrator, and nothing can be copied from it.</source>
        <translation>Dieses Fenster gehört einem Administrator, und daraus kann nichts kopiert werden.</translation>
    </message>
    <message>
        <source>What is selected could not be read.</source>
        <translation>Was markiert ist, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>its fingerprint is {fingerprint}</source>
        <translation>sein Fingerabdruck ist {fingerprint}</translation>
    </message>
    <message>
        <source>Your account may not do that.</source>
        <translation>Ihr Konto darf das nicht.</translation>
    </message>
    <message>
        <source>Ask your administrator to allow it.</source>
        <translation>Bitten Sie Ihren Administrator, es zu erlauben.</translation>
    </message>
    <message>
        <source>{who} is talking.</source>
        <translation>{who} spricht gerade.</translation>
    </message>
    <message>
        <source>{who} cannot be reached.</source>
        <translation>{who} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Press Enter or click again to transfer anyway.</source>
        <translation>Enter oder ein weiterer Klick gibt trotzdem weiter.</translation>
    </message>
    <message>
        <source>{name} is not taken: {reason}.</source>
        <translation>{name} wird nicht übernommen: {reason}.</translation>
    </message>
    <message>
        <source>This call has to be recorded, and is not.</source>
        <translation>Dieses Gespräch muss aufgenommen werden und wird es nicht.</translation>
    </message>
    <message>
        <source>Something went wrong in Traydial.</source>
        <translation>In Traydial ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Try again; the log has the details.</source>
        <translation>Versuchen Sie es noch einmal; das Protokoll hat die Einzelheiten.</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Gespräch beendet</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Geparkt</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>Anderswo angenommen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>The call was refused</source>
        <translation>Der Anruf wurde zurückgewiesen</translation>
    </message>
    <message>
        <source>You did not pick up your phone</source>
        <translation>Sie haben nicht abgehoben</translation>
    </message>
    <message>
        <source>Your phone declined the call</source>
        <translation>Ihr Telefon hat den Anruf abgelehnt</translation>
    </message>
    <message>
        <source>Your own phone cannot be reached</source>
        <translation>Ihr eigenes Telefon ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The connection to the phone system was lost</source>
        <translation>Die Verbindung zur Telefonanlage ging verloren</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Weitergereicht</translation>
    </message>
    <message>
        <source>{who} took it</source>
        <translation>{who} hat angenommen</translation>
    </message>
    <message>
        <source>Somebody else took it</source>
        <translation>Jemand anders hat angenommen</translation>
    </message>
    <message>
        <source>Hung up before {who} answered</source>
        <translation>Aufgelegt, bevor {who} abhob</translation>
    </message>
    <message>
        <source>Whether {who} took it is not known</source>
        <translation>Ob {who} angenommen hat, ist nicht bekannt</translation>
    </message>
    <message>
        <source>{who} is busy</source>
        <translation>{who} ist besetzt</translation>
    </message>
    <message>
        <source>{who} declined</source>
        <translation>{who} hat abgelehnt</translation>
    </message>
    <message>
        <source>{who} did not answer</source>
        <translation>{who} hat nicht abgehoben</translation>
    </message>
    <message>
        <source>{who} did not take it</source>
        <translation>{who} hat nicht angenommen</translation>
    </message>
    <message>
        <source>Fetched back</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <source>Given to {who}; not connected</source>
        <translation>An {who} gegeben; nicht verbunden</translation>
    </message>
    <message>
        <source>Came back from parking space {space}</source>
        <translation>Zurück von Parkplatz {space}</translation>
    </message>
    <message>
        <source>Came back from parking</source>
        <translation>Zurück vom Parkplatz</translation>
    </message>
    <message>
        <source>Came back from {who}, pick up your phone</source>
        <translation>Zurück von {who}, heben Sie Ihr Telefon ab</translation>
    </message>
    <message>
        <source>Answered by a colleague</source>
        <translation>Von einem Kollegen angenommen</translation>
    </message>
    <message>
        <source>{told} after {span}</source>
        <translation>{told} nach {span}</translation>
    </message>
    <message>
        <source>Your phone is ringing, pick it up</source>
        <translation>Ihr Telefon klingelt, heben Sie ab</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Wird angerufen</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>the phone system is starting</source>
        <translation>die Telefonanlage startet</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>not connected since {time}</source>
        <translation>nicht verbunden seit {time}</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Not connected to the phone system.</source>
        <translation>Nicht mit der Telefonanlage verbunden.</translation>
    </message>
    <message>
        <source>Your account may not record. Your administrator can allow it (write = system), or set up a key of the phone system for it.</source>
        <translation>Ihr Konto darf nicht aufnehmen. Ihr Administrator kann es erlauben (write = system) oder eine Taste der Telefonanlage dafür einrichten.</translation>
    </message>
    <message>
        <source>Your account may not {do}.</source>
        <translation>Ihr Konto darf das nicht: {do}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} link wants to call. Call it?</source>
        <comment>{n} links want to call at the same time. Call one of them?</comment>
        <translation>
            <numerusform>{n} Link möchte anrufen. Anrufen?</numerusform>
            <numerusform>{n} Links möchten zugleich anrufen. Einen davon anrufen?</numerusform>
        </translation>
    </message>
    <message>
        <source>These links were opened while the screen was locked. Call one of them?</source>
        <translation>Diese Links wurden bei gesperrtem Bildschirm geöffnet. Einen davon anrufen?</translation>
    </message>
    <message>
        <source>Call one of the numbers that were copied?</source>
        <translation>Eine der kopierten Nummern anrufen?</translation>
    </message>
    <message>
        <source>There is more than one number. Which one do you want to call?</source>
        <translation>Es gibt mehr als eine Nummer. Welche möchten Sie anrufen?</translation>
    </message>
    <message>
        <source>Another link wants to call. Call this number too?</source>
        <translation>Noch ein Link möchte anrufen. Auch diese Nummer anrufen?</translation>
    </message>
    <message>
        <source>A link wants to call this number. Call it?</source>
        <translation>Ein Link möchte diese Nummer anrufen. Anrufen?</translation>
    </message>
    <message>
        <source>This number is abroad. Call it?</source>
        <translation>Diese Nummer ist im Ausland. Anrufen?</translation>
    </message>
    <message>
        <source>Calls to this number cost extra. Call it?</source>
        <translation>Anrufe zu dieser Nummer kosten extra. Anrufen?</translation>
    </message>
    <message>
        <source>This is an emergency number. Call it?</source>
        <translation>Das ist eine Notrufnummer. Anrufen?</translation>
    </message>
    <message>
        <source>Your settings ask before calling this number. Call it?</source>
        <translation>Vor dieser Nummer wird laut Ihren Einstellungen gefragt. Anrufen?</translation>
    </message>
    <message>
        <source>This link was opened while the screen was locked. Call the number?</source>
        <translation>Dieser Link wurde bei gesperrtem Bildschirm geöffnet. Die Nummer anrufen?</translation>
    </message>
    <message>
        <source>Call the number that was copied?</source>
        <translation>Die kopierte Nummer anrufen?</translation>
    </message>
    <message>
        <source>Free now. Call them?</source>
        <translation>Jetzt frei. Anrufen?</translation>
    </message>
    <message>
        <source>Then key {after} when they answer.</source>
        <translation>Dann {after} tippen, wenn abgehoben wird.</translation>
    </message>
    <message>
        <source>Dial your own extension on your phone, the number that colleagues call you at.</source>
        <translation>Wählen Sie an Ihrem Telefon Ihre eigene Nebenstelle, die Nummer, unter der Kollegen Sie anrufen.</translation>
    </message>
    <message>
        <source>Dial this number on your phone. If the phone says that there is no such number, dial your own extension instead.</source>
        <translation>Wählen Sie diese Nummer an Ihrem Telefon. Sagt das Telefon, dass es die Nummer nicht gibt, wählen Sie stattdessen Ihre eigene Nebenstelle.</translation>
    </message>
    <message>
        <source>The call came from {device}. Is that your phone?</source>
        <translation>Der Anruf kam von {device}. Ist das Ihr Telefon?</translation>
    </message>
    <message>
        <source>Your account is not told of this phone&apos;s calls.</source>
        <translation>Ihr Konto erfährt nichts von den Gesprächen dieses Telefons.</translation>
    </message>
    <message>
        <source>Ask your administrator to let it see them; until then no call is shown.</source>
        <translation>Bitten Sie Ihren Administrator, sie ihm zu zeigen; bis dahin wird kein Gespräch gezeigt.</translation>
    </message>
    <message>
        <source>&amp;All calls</source>
        <translation>&amp;Alle Anrufe</translation>
    </message>
    <message>
        <source>When I am &amp;busy</source>
        <translation>Wenn ich &amp;besetzt bin</translation>
    </message>
    <message>
        <source>When I do &amp;not answer</source>
        <translation>Wenn ich &amp;nicht abhebe</translation>
    </message>
    <message>
        <source>All calls go to {who}</source>
        <translation>Alle Anrufe gehen an {who}</translation>
    </message>
    <message>
        <source>All calls are forwarded</source>
        <translation>Alle Anrufe werden weitergeleitet</translation>
    </message>
    <message>
        <source>Calls go to {who} when I am busy</source>
        <translation>Wenn ich besetzt bin, gehen Anrufe an {who}</translation>
    </message>
    <message>
        <source>Calls are forwarded when I am busy</source>
        <translation>Wenn ich besetzt bin, werden Anrufe weitergeleitet</translation>
    </message>
    <message>
        <source>Calls that I do not answer go to {who}</source>
        <translation>Anrufe, die ich nicht annehme, gehen an {who}</translation>
    </message>
    <message>
        <source>Calls that I do not answer are forwarded</source>
        <translation>Anrufe, die ich nicht annehme, werden weitergeleitet</translation>
    </message>
    <message>
        <source>forwards all calls to {who}</source>
        <translation>leitet alle Anrufe an {who} weiter</translation>
    </message>
    <message>
        <source>forwards calls to {who} when I am busy</source>
        <translation>leitet Anrufe an {who} weiter, wenn ich besetzt bin</translation>
    </message>
    <message>
        <source>forwards calls to {who} that I do not answer</source>
        <translation>leitet Anrufe an {who} weiter, die ich nicht annehme</translation>
    </message>
    <message numerus="yes">
        <source>{n} waits</source>
        <comment>{n} wait</comment>
        <translation>
            <numerusform>{n} wartet</numerusform>
            <numerusform>{n} warten</numerusform>
        </translation>
    </message>
    <message>
        <source>logged out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Taking calls</source>
        <translation>Nimmt Anrufe an</translation>
    </message>
    <message>
        <source>Paused since {time}</source>
        <translation>Pause seit {time}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused in {queue}</source>
        <translation>Pause in {queue}</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>Mittag</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>{text} is not a queue; it is written like support or 400 = Sales</source>
        <translation>{text} ist keine Warteschlange; geschrieben wird sie wie support oder 400 = Verkauf</translation>
    </message>
    <message>
        <source>{text} is too long: a reason has up to 40 letters</source>
        <translation>{text} ist zu lang: ein Grund hat bis zu 40 Buchstaben</translation>
    </message>
    <message>
        <source>must be written like Local/{extension}@from-queue/n</source>
        <translation>muss geschrieben sein wie Local/{extension}@from-queue/n</translation>
    </message>
    <message>
        <source>must be an address, like https://crm.example/search?phone={e164}</source>
        <translation>muss eine Adresse sein, wie https://crm.example/search?phone={e164}</translation>
    </message>
    <message>
        <source>may not begin with {scheme}:</source>
        <translation>darf nicht mit {scheme}: beginnen</translation>
    </message>
    <message>
        <source>may not hold blanks, quotes or other signs that no address has</source>
        <translation>darf keine Leerzeichen, Anführungszeichen oder anderen Zeichen enthalten, die keine Adresse hat</translation>
    </message>
    <message>
        <source>must name its host in plain letters, without a place or a password</source>
        <translation>muss den Rechner in einfachen Buchstaben nennen, ohne Platzhalter oder Passwort</translation>
    </message>
    <message>
        <source>{text} is not how an address begins, like https</source>
        <translation>mit {text} beginnt keine Adresse, wie mit https</translation>
    </message>
    <message>
        <source>{text}: is never opened</source>
        <translation>{text}: wird nie geöffnet</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
</TS>
