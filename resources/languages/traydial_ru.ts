<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Told when the phone system has started</source>
        <translation>Узнаёт, когда АТС запустилась</translation>
    </message>
    <message>
        <source>Start of the phone system</source>
        <translation>Запуск АТС</translation>
    </message>
    <message>
        <source>May {do}</source>
        <translation>Право: {do}</translation>
    </message>
    <message>
        <source>Rights of the account</source>
        <translation>Права учётной записи</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>No rights that are never needed (write = {told})</source>
        <translation>Нет прав, которые никогда не нужны (write = {told})</translation>
    </message>
    <message>
        <source>Version of the phone system</source>
        <translation>Версия АТС</translation>
    </message>
    <message>
        <source>No known holes in Asterisk {version}</source>
        <translation>Известных уязвимостей в Asterisk {version} нет</translation>
    </message>
    <message>
        <source>Known holes in Asterisk {version}</source>
        <translation>Известные уязвимости в Asterisk {version}</translation>
    </message>
    <message>
        <source>Clocks agree</source>
        <translation>Часы идут одинаково</translation>
    </message>
    <message>
        <source>Clock of the phone system</source>
        <translation>Часы АТС</translation>
    </message>
    <message>
        <source>Phones of {extension}</source>
        <translation>Телефоны номера {extension}</translation>
    </message>
    <message>
        <source>Phone {device}</source>
        <translation>Телефон {device}</translation>
    </message>
    <message>
        <source>Context {context}</source>
        <translation>Контекст {context}</translation>
    </message>
    <message>
        <source>Extension {extension} in {context}</source>
        <translation>Внутренний номер {extension} в {context}</translation>
    </message>
    <message>
        <source>Announcement {announcement} in {context}</source>
        <translation>Объявление {announcement} в {context}</translation>
    </message>
    <message>
        <source>State of {extension} is told ({hint})</source>
        <translation>Состояние {extension} сообщается ({hint})</translation>
    </message>
    <message>
        <source>State of {extension}</source>
        <translation>Состояние {extension}</translation>
    </message>
    <message numerus="yes">
        <source>The state of {n} colleague is told</source>
        <comment>The states of {n} colleagues are told</comment>
        <translation>
            <numerusform>Сообщается состояние {n} коллеги</numerusform>
            <numerusform>Сообщаются состояния {n} коллег</numerusform>
            <numerusform>Сообщаются состояния {n} коллег</numerusform>
        </translation>
    </message>
    <message>
        <source>States of colleagues</source>
        <translation>Состояния коллег</translation>
    </message>
    <message>
        <source>Recording key {wanted}</source>
        <translation>Клавиша записи {wanted}</translation>
    </message>
    <message>
        <source>Keyring {name}</source>
        <translation>Связка ключей {name}</translation>
    </message>
    <message>
        <source>Phone links</source>
        <translation>Телефонные ссылки</translation>
    </message>
    <message>
        <source>Traydial opens phone links</source>
        <translation>Traydial открывает телефонные ссылки</translation>
    </message>
    <message>
        <source>Global keys are free</source>
        <translation>Глобальные клавиши свободны</translation>
    </message>
    <message>
        <source>Global keys</source>
        <translation>Глобальные клавиши</translation>
    </message>
    <message>
        <source>Tray is there</source>
        <translation>Область уведомлений есть</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Область уведомлений</translation>
    </message>
    <message>
        <source>{name} is {reached}</source>
        <translation>{name} — это {reached}</translation>
    </message>
    <message>
        <source>Address of {name}</source>
        <translation>Адрес {name}</translation>
    </message>
    <message>
        <source>Port {port} is open</source>
        <translation>Порт {port} открыт</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>Порт {port}</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Защищённое соединение</translation>
    </message>
    <message>
        <source>Network of the phone system</source>
        <translation>Сеть АТС</translation>
    </message>
    <message>
        <source>Secure connection by {version} ({cipher})</source>
        <translation>Защищённое соединение по {version} ({cipher})</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Сертификат</translation>
    </message>
    <message>
        <source>manager.conf is not for this account to read</source>
        <translation>Эта учётная запись не может читать manager.conf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Connected to {host} and logged in</source>
        <translation>Соединение с {host} установлено, вход выполнен</translation>
    </message>
    <message>
        <source>Connection to {host}</source>
        <translation>Соединение с {host}</translation>
    </message>
    <message>
        <source>Program for calls: {program}</source>
        <translation>Программа для звонков: {program}</translation>
    </message>
    <message>
        <source>via {via}</source>
        <translation>через {via}</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>идёт запись</translation>
    </message>
    <message>
        <source>There are no calls.</source>
        <translation>Звонков нет.</translation>
    </message>
    <message>
        <source>Say on or off: traydial record CALL on</source>
        <translation>Укажите on или off: traydial record ЗВОНОК on</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>ответ не пришёл вовремя</translation>
    </message>
    <message>
        <source>The demo phone system is running; Ctrl+C ends it.
Calls come in now and then and are shown below. To call somebody yourself, in another terminal:

  {command}

7002 Bob answers, 7004 is busy, 7005 does not answer, 7006 declines.

</source>
        <translation>Демонстрационная АТС работает; Ctrl+C завершает её.
Время от времени поступают звонки, они показаны ниже. Чтобы позвонить самому, в другом терминале:

  {command}

7002 Bob отвечает, 7004 занят, 7005 не отвечает, 7006 отклоняет.

</translation>
    </message>
    <message>
        <source>What was saved is played; Ctrl+C ends it. The calls in it are shown below.

</source>
        <translation>Воспроизводится сохранённое; Ctrl+C завершает. Звонки из него показаны ниже.

</translation>
    </message>
    <message>
        <source>That was all of it. Quit Traydial to end.</source>
        <translation>Это всё. Чтобы закончить, закройте Traydial.</translation>
    </message>
    <message>
        <source>There is no screen to show a window on. Try it in the terminal: traydial demo --headless</source>
        <translation>Нет экрана, на котором показать окно. Попробуйте в терминале: traydial demo --headless</translation>
    </message>
    <message>
        <source>{file} cannot be played: {why}</source>
        <translation>{file} не воспроизвести: {why}</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Contacts: {source}</source>
        <translation>Контакты: {source}</translation>
    </message>
    <message numerus="yes">
        <source>Forgotten, with {n} call.</source>
        <comment>Forgotten, with {n} calls.</comment>
        <translation>
            <numerusform>Забыто, вместе с {n} звонком.</numerusform>
            <numerusform>Забыто, вместе с {n} звонками.</numerusform>
            <numerusform>Забыто, вместе с {n} звонками.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings and records of the phone system are its own.</source>
        <translation>Записи и журналы самой АТС остаются у неё.</translation>
    </message>
    <message>
        <source>Traydial was closed meanwhile.</source>
        <translation>Traydial тем временем закрыли.</translation>
    </message>
    <message>
        <source>No copy of Traydial is running, and without a screen none can be started. Use --headless to do it from here.</source>
        <translation>Traydial не запущен, а без экрана его не запустить. С --headless это можно сделать отсюда.</translation>
    </message>
    <message>
        <source>a part of Traydial is not installed: pip install &apos;traydial[{extra}]&apos;</source>
        <translation>часть Traydial не установлена: pip install &apos;traydial[{extra}]&apos;</translation>
    </message>
    <message>
        <source>That is no whole number, with its country or its area.</source>
        <translation>Это не полный номер с кодом страны или города.</translation>
    </message>
    <message>
        <source>Use this phone? Type yes and Enter.</source>
        <translation>Использовать этот телефон? Введите да и нажмите Enter.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>{phone} is your phone now.</source>
        <translation>{phone} теперь ваш телефон.</translation>
    </message>
    <message>
        <source>That is your phone now.</source>
        <translation>Теперь это ваш телефон.</translation>
    </message>
    <message>
        <source>Say first which extension is yours: phone.extension in the settings.</source>
        <translation>Сначала укажите свой внутренний номер: phone.extension в настройках.</translation>
    </message>
    <message>
        <source>There is no feature {error}. There are: {known}.</source>
        <translation>Функции {error} нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>Or say which version it is: --asterisk 22</source>
        <translation>Или укажите версию: --asterisk 22</translation>
    </message>
    <message>
        <source>Your phone is not set up yet: PJSIP/{extension} was taken for it.</source>
        <translation>Ваш телефон ещё не настроен: за него принят PJSIP/{extension}.</translation>
    </message>
    <message>
        <source>Traydial is not running.</source>
        <translation>Traydial не запущен.</translation>
    </message>
    <message>
        <source>Traydial does not end.</source>
        <translation>Traydial не закрывается.</translation>
    </message>
    <message>
        <source>That could not be written: {why}</source>
        <translation>Это не удалось записать: {why}</translation>
    </message>
    <message>
        <source>{scheme}: links are opened by {name}</source>
        <translation>{scheme}: ссылки открывает {name}</translation>
    </message>
    <message>
        <source>{scheme}: links are opened by no program</source>
        <translation>{scheme}: ссылки не открывает ни одна программа</translation>
    </message>
    <message>
        <source>There is no screen to show a window on. Use --headless with a verb, or traydial demo --headless to try it.</source>
        <translation>Нет экрана, на котором показать окно. Используйте --headless с командой или traydial demo --headless, чтобы попробовать.</translation>
    </message>
    <message>
        <source>Traydial is running already.</source>
        <translation>Traydial уже запущен.</translation>
    </message>
    <message>
        <source>That request was not understood; is another version running?</source>
        <translation>Запрос не понят; может быть, запущена другая версия?</translation>
    </message>
    <message>
        <source>Traydial asks before it dials.</source>
        <translation>Traydial спрашивает, прежде чем набрать.</translation>
    </message>
    <message>
        <source>Something went wrong in Traydial; its log tells more.</source>
        <translation>В Traydial что-то пошло не так; подробнее в журнале.</translation>
    </message>
    <message>
        <source>The phone system answers at {host}</source>
        <translation>АТС отвечает по адресу {host}</translation>
    </message>
    <message>
        <source>url and username of [ldap]</source>
        <translation>url и username в [ldap]</translation>
    </message>
    <message>
        <source>url and username of [carddav]</source>
        <translation>url и username в [carddav]</translation>
    </message>
    <message>
        <source>url and header of [crm]</source>
        <translation>url и header в [crm]</translation>
    </message>
    <message>
        <source>a url with a user of [database]</source>
        <translation>url с пользователем в [database]</translation>
    </message>
    <message>
        <source>a url with a user of [cdr]</source>
        <translation>url с пользователем в [cdr]</translation>
    </message>
    <message>
        <source>hosts and username</source>
        <translation>hosts и username</translation>
    </message>
    <message>
        <source>Set {lacks} in {file} first.</source>
        <translation>Сначала задайте {lacks} в {file}.</translation>
    </message>
    <message>
        <source>The password must have 1 to 1000 characters.</source>
        <translation>В пароле должно быть от 1 до 1000 знаков.</translation>
    </message>
    <message>
        <source>The running copy keeps the password until it is closed.</source>
        <translation>Работающий Traydial помнит пароль, пока его не закроют.</translation>
    </message>
    <message>
        <source>The password is stored in the keyring.</source>
        <translation>Пароль сохранён в связке ключей.</translation>
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
        <translation>Traydial звонит с вашего места: сначала звонит ваш телефон, затем другой.

  traydial                         запустить в области уведомлений
  traydial dial НОМЕР              позвонить по номеру и следить за звонком
  traydial tel:НОМЕР               то же по ссылке, не дожидаясь конца
  traydial watch                   печатать строку при каждом изменении ваших звонков
  traydial calls                   напечатать текущие звонки
  traydial record ЗВОНОК on|off    записывать звонок или прекратить запись
  traydial transfer ЗВОНОК КУДА    передать звонок кому-то другому
  traydial answer ЗВОНОК           поднять трубку вашего телефона, если он это умеет
  traydial hangup ЗВОНОК           закончить, отменить или отклонить звонок
  traydial status                  сказать, доступна ли АТС
  traydial quit                    закрыть работающий Traydial и дождаться этого
  traydial pair                    найти ваш телефон по номеру, который вы на нём наберёте
  traydial forget НОМЕР            удалить всё, что хранится о номере
  traydial origin НОМЕР            сказать, откуда номер
  traydial doctor                  проверить всё по строкам: зелёное, жёлтое, красное и что делать
  traydial pbx-config              напечатать, что нужно вам в manager.conf, и ничего сверх
  traydial secret set [ИСТОЧНИК]   сохранить пароль со стандартного ввода; ИСТОЧНИК — это
                                   ldap, carddav, crm, database или cdr
  traydial dial --selection        позвонить по номеру, выделенному в любом окне
  traydial dial --clipboard        позвонить по скопированному номеру
  traydial register [--sip]        открывать телефонные ссылки в Traydial
  traydial unregister              снова оставить телефонные ссылки другим программам
  traydial handler                 сказать, какая программа открывает телефонные ссылки
  traydial import ФАЙЛ             принять присланные настройки; сначала показывает изменения
  traydial demo                    попробовать всё на встроенной демонстрационной АТС

  --quietly          запустить в области уведомлений; ничего не делать, если уже запущен
  --headless         выполнить в этом процессе, без окна и без работающего Traydial
  --json             печатать строки JSON
  --profile ПАПКА    хранить настройки, данные и сокет в ПАПКЕ
  --trace ФАЙЛ       doctor: записать обмен с АТС, без паролей
  --for ФУНКЦИИ      pbx-config: нужные функции через запятую; all или usual сразу для многих
  --asterisk ВЕРСИЯ  pbx-config: для этой версии, не спрашивая АТС
  --calls-every S    demo: кто-нибудь звонит каждые S секунд
  --replay ФАЙЛ      demo: воспроизвести то, что сохранил пункт «Сохранить последние события»
  --version, --help

ЗВОНОК — обозначение из первого столбца «traydial calls».
Коды завершения: 0 сделано (dial: ответили), 2 ошибка в вызове или нет номера, 3 не
дозвонились, 4 АТС недоступна, 5 вход отклонён, 6 сертификату нет доверия, 7 не
разрешено, 1 всё остальное.
</translation>
    </message>
    <message>
        <source>{name} takes no value</source>
        <translation>{name} не принимает значения</translation>
    </message>
    <message>
        <source>there is no option {name}</source>
        <translation>параметра {name} нет</translation>
    </message>
    <message>
        <source>{name} needs a value</source>
        <translation>для {name} нужно значение</translation>
    </message>
    <message>
        <source>--calls-every needs a number of seconds, 1 or more</source>
        <translation>для --calls-every нужно число секунд, не меньше 1</translation>
    </message>
    <message>
        <source>one link at a time</source>
        <translation>только одна ссылка за раз</translation>
    </message>
    <message>
        <source>what is selected is read by the running copy, without --headless</source>
        <translation>выделенное читает работающий Traydial, без --headless</translation>
    </message>
    <message>
        <source>say: traydial dial --selection, or dial --clipboard</source>
        <translation>правильно: traydial dial --selection или dial --clipboard</translation>
    </message>
    <message>
        <source>--sip belongs to register</source>
        <translation>--sip относится к register</translation>
    </message>
    <message>
        <source>--for and --asterisk belong to pbx-config</source>
        <translation>--for и --asterisk относятся к pbx-config</translation>
    </message>
    <message>
        <source>--trace belongs to doctor</source>
        <translation>--trace относится к doctor</translation>
    </message>
    <message>
        <source>--replay belongs to demo</source>
        <translation>--replay относится к demo</translation>
    </message>
    <message>
        <source>there is no verb {verb}</source>
        <translation>команды {verb} нет</translation>
    </message>
    <message>
        <source>say: traydial secret set, or secret set {sources}</source>
        <translation>правильно: traydial secret set или secret set {sources}</translation>
    </message>
    <message>
        <source>import shows what changes in a window, without --headless</source>
        <translation>import показывает изменения в окне, без --headless</translation>
    </message>
    <message numerus="yes">
        <source>{verb} takes {n} argument</source>
        <comment>{verb} takes {n} arguments</comment>
        <translation>
            <numerusform>{verb} принимает {n} аргумент</numerusform>
            <numerusform>{verb} принимает {n} аргумента</numerusform>
            <numerusform>{verb} принимает {n} аргументов</numerusform>
        </translation>
    </message>
    <message>
        <source>{verb} takes no arguments</source>
        <translation>{verb} не принимает аргументов</translation>
    </message>
    <message>
        <source>{error}. See traydial --help.</source>
        <translation>{error}. См. traydial --help.</translation>
    </message>
    <message>
        <source>Traydial did not start in time.</source>
        <translation>Traydial не запустился вовремя.</translation>
    </message>
    <message>
        <source>{text} is no number, nor the beginning of one like +4930*</source>
        <translation>{text} — не номер и не начало номера вида +4930*</translation>
    </message>
    <message>
        <source>{text} would block far more than one caller</source>
        <translation>{text} заблокирует гораздо больше одного абонента</translation>
    </message>
    <message>
        <source>must be an extension, like 7001</source>
        <translation>должен быть внутренний номер, например 7001</translation>
    </message>
    <message>
        <source>in</source>
        <comment>direction</comment>
        <translation>входящий</translation>
    </message>
    <message>
        <source>out</source>
        <comment>direction</comment>
        <translation>исходящий</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>разговор окончен</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>передан</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>припаркован</translation>
    </message>
    <message>
        <source>answered elsewhere</source>
        <translation>ответили в другом месте</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>отклонён</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>пропущен</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>заблокирован</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменён</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>занято</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>недоступен</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отвергнут</translation>
    </message>
    <message>
        <source>own phone not answered</source>
        <translation>на своём телефоне не ответили</translation>
    </message>
    <message>
        <source>own phone declined</source>
        <translation>отклонён на своём телефоне</translation>
    </message>
    <message>
        <source>own phone not reachable</source>
        <translation>свой телефон недоступен</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>связь потеряна</translation>
    </message>
    <message>
        <source>is not an address</source>
        <translation>это не адрес</translation>
    </message>
    <message>
        <source>must be at the same host as the address: the key is for that one</source>
        <translation>должен быть на том же узле, что и адрес: ключ предназначен для него</translation>
    </message>
    <message>
        <source>needs an address that begins with https://, or anybody on the way can read the key</source>
        <translation>нужен адрес, начинающийся с https://, иначе ключ сможет прочесть любой по пути</translation>
    </message>
    <message>
        <source>must not hold a password; it belongs into the keyring: {where}</source>
        <translation>не должен содержать пароль; его место в связке ключей: {where}</translation>
    </message>
    <message>
        <source>the settings window, or traydial secret set {section}</source>
        <translation>окно настроек или traydial secret set {section}</translation>
    </message>
    <message>
        <source>must be written like ldaps://directory.example or ldap://…:389</source>
        <translation>должен иметь вид ldaps://directory.example или ldap://…:389</translation>
    </message>
    <message>
        <source>must end after the host; the branch that is searched is the base</source>
        <translation>должен заканчиваться после имени узла; ветвь поиска указывается отдельно</translation>
    </message>
    <message>
        <source>must be written like https://cloud.example/dav/anna/contacts/</source>
        <translation>должен иметь вид https://cloud.example/dav/anna/contacts/</translation>
    </message>
    <message>
        <source>must begin with https://, or anybody on the way can read the password</source>
        <translation>должен начинаться с https://, иначе пароль сможет прочесть любой по пути</translation>
    </message>
    <message>
        <source>must be written like postgresql://reader@db.example/crm</source>
        <translation>должен иметь вид postgresql://reader@db.example/crm</translation>
    </message>
    <message>
        <source>must not hold a password; it belongs into the keyring: {store}</source>
        <translation>не должен содержать пароль; его место в связке ключей: {store}</translation>
    </message>
    <message>
        <source>the number, like {e164}</source>
        <translation>номера, например {e164}</translation>
    </message>
    <message>
        <source>the name, {text}</source>
        <translation>имени, {text}</translation>
    </message>
    <message>
        <source>must be written like https://crm.example/find?phone={e164}</source>
        <translation>должен иметь вид https://crm.example/find?phone={e164}</translation>
    </message>
    <message>
        <source>must not have a place in the name of the host</source>
        <translation>не должен иметь подстановок в имени узла</translation>
    </message>
    <message>
        <source>must have a place for {what}</source>
        <translation>нужна подстановка для {what}</translation>
    </message>
    <message>
        <source>must be a text in quotes</source>
        <translation>должен быть текст в кавычках</translation>
    </message>
    <message>
        <source>must not hold control characters</source>
        <translation>не должен содержать управляющих знаков</translation>
    </message>
    <message>
        <source>must ask for {given}</source>
        <translation>должен запрашивать {given}</translation>
    </message>
    <message>
        <source>has :{unknown}; there is only {given}</source>
        <translation>содержит :{unknown}; есть только {given}</translation>
    </message>
    <message>
        <source>must be the name of a header, like X-Api-Key</source>
        <translation>должно быть имя заголовка, например X-Api-Key</translation>
    </message>
    <message>
        <source>must be an entry of the phone system&apos;s database: DND/{extension}</source>
        <translation>должна быть запись базы данных АТС: DND/{extension}</translation>
    </message>
    <message>
        <source>must be a state like Custom:DND{extension}</source>
        <translation>должно быть состояние вида Custom:DND{extension}</translation>
    </message>
    <message>
        <source>must be a word, like YES</source>
        <translation>должно быть слово, например YES</translation>
    </message>
    <message>
        <source>must be a code, like *78</source>
        <translation>должен быть код, например *78</translation>
    </message>
    <message numerus="yes">
        <source>{first} or {n} other</source>
        <comment>{first} or {n} others</comment>
        <translation>
            <numerusform>{first} или ещё {n} человек</numerusform>
            <numerusform>{first} или ещё {n} человека</numerusform>
            <numerusform>{first} или ещё {n} человек</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} или {second}</translation>
    </message>
    <message>
        <source>dialled as {number}: {reasons}</source>
        <translation>набирается {number}: {reasons}</translation>
    </message>
    <message>
        <source>a rule of your office changes it</source>
        <translation>так велит правило вашего офиса</translation>
    </message>
    <message>
        <source>+{code} is the code of your country</source>
        <translation>+{code} — код вашей страны</translation>
    </message>
    <message>
        <source>+{code} is the code of that country</source>
        <translation>+{code} — код той страны</translation>
    </message>
    <message>
        <source>{code} dials another country of North America</source>
        <translation>{code} набирает другую страну Северной Америки</translation>
    </message>
    <message>
        <source>+{code} is not dialled within the country</source>
        <translation>+{code} внутри страны не набирают</translation>
    </message>
    <message>
        <source>{idd} dials abroad</source>
        <translation>{idd} — выход за границу</translation>
    </message>
    <message>
        <source>{idd}{code} is your country</source>
        <translation>{idd}{code} — ваша страна</translation>
    </message>
    <message>
        <source>{prefix} gets an outside line</source>
        <translation>{prefix} даёт выход в город</translation>
    </message>
    <message>
        <source>{area} is the area code of the office</source>
        <translation>{area} — код города, где офис</translation>
    </message>
    <message>
        <source>so it is dialled from here</source>
        <translation>так набирают отсюда</translation>
    </message>
    <message>
        <source>has {found}; there is only {known}</source>
        <translation>содержит {found}; есть только {known}</translation>
    </message>
    <message>
        <source>begins with {scheme}:, which is not among the schemes</source>
        <translation>начинается с {scheme}:, а это не входит в разрешённые</translation>
    </message>
    <message>
        <source>{text} must be written: source -&gt; address</source>
        <translation>{text} надо записать так: источник -&gt; адрес</translation>
    </message>
    <message>
        <source>may have {most} arguments at most</source>
        <translation>может иметь не больше {most} аргументов</translation>
    </message>
    <message>
        <source>must begin with a program; a caller may not choose it</source>
        <translation>должна начинаться с программы; звонящий не может её выбирать</translation>
    </message>
    <message>
        <source>may not be a batch file: cmd.exe would read names as commands</source>
        <translation>не может быть пакетным файлом: cmd.exe прочёл бы имена как команды</translation>
    </message>
    <message>
        <source>may not have a place within a script: a name would be read as a command. Give it as an argument of its own</source>
        <translation>не может иметь подстановку внутри скрипта: имя было бы прочитано как команда. Передайте её отдельным аргументом</translation>
    </message>
    <message>
        <source>see calls</source>
        <translation>видеть звонки</translation>
    </message>
    <message>
        <source>dial</source>
        <translation>звонить</translation>
    </message>
    <message>
        <source>hang up</source>
        <translation>класть трубку</translation>
    </message>
    <message>
        <source>transfer calls</source>
        <translation>передавать звонки</translation>
    </message>
    <message>
        <source>get callers back whom nobody takes</source>
        <translation>получать обратно звонки, на которые никто не ответил</translation>
    </message>
    <message>
        <source>send a note with a caller</source>
        <translation>отправлять заметку вместе со звонком</translation>
    </message>
    <message>
        <source>ask a colleague first</source>
        <translation>сначала спросить коллегу</translation>
    </message>
    <message>
        <source>park calls</source>
        <translation>парковать звонки</translation>
    </message>
    <message>
        <source>send digits</source>
        <translation>отправлять цифры</translation>
    </message>
    <message>
        <source>answer from the screen</source>
        <translation>отвечать с экрана</translation>
    </message>
    <message>
        <source>see colleagues’ phones</source>
        <translation>видеть телефоны коллег</translation>
    </message>
    <message>
        <source>record</source>
        <translation>записывать</translation>
    </message>
    <message>
        <source>record by the phone system’s own key</source>
        <translation>записывать клавишей самой АТС</translation>
    </message>
    <message>
        <source>pause a recording</source>
        <translation>приостанавливать запись</translation>
    </message>
    <message>
        <source>log in to queues and pause</source>
        <translation>входить в очереди и делать перерыв</translation>
    </message>
    <message>
        <source>set do not disturb and forwarding</source>
        <translation>включать «Не беспокоить» и переадресацию</translation>
    </message>
    <message>
        <source>see names that the phone system keeps</source>
        <translation>видеть имена, которые хранит АТС</translation>
    </message>
    <message>
        <source>shows who calls; `read = system` tells when a restarted phone system is ready</source>
        <translation>показывает, кто звонит; `read = system` сообщает, когда перезапущенная АТС готова</translation>
    </message>
    <message>
        <source>rings the own phone, then the number</source>
        <translation>вызывает свой телефон, затем номер</translation>
    </message>
    <message>
        <source>ends, declines and cancels</source>
        <translation>завершает, отклоняет и отменяет</translation>
    </message>
    <message>
        <source>moves the other party, after asking whether the target exists</source>
        <translation>передаёт собеседника, проверив, что номер существует</translation>
    </message>
    <message>
        <source>lets a caller wait in the parking lot until the target answers; without it a transfer is the dialplan’s affair</source>
        <translation>держит звонящего на парковке, пока не ответят; без этого передача — дело плана набора</translation>
    </message>
    <message>
        <source>passes on a line that the colleague reads before they lift; `read = user` shows those of others</source>
        <translation>передаёт строку, которую коллега читает до ответа; `read = user` показывает строки других</translation>
    </message>
    <message>
        <source>calls a colleague first, then connects the two or makes it three</source>
        <translation>сначала звонит коллеге, затем соединяет двоих или троих</translation>
    </message>
    <message>
        <source>lets a caller wait, and lists who waits</source>
        <translation>даёт звонящему подождать и показывает, кто ждёт</translation>
    </message>
    <message>
        <source>keys digits for a menu at the other end</source>
        <translation>набирает цифры для меню на той стороне</translation>
    </message>
    <message>
        <source>lets a desk phone that knows `Event: talk` lift or swap calls; wants `pjsip_notify.conf`</source>
        <translation>даёт настольному телефону, который понимает `Event: talk`, ответить или переключиться; нужен `pjsip_notify.conf`</translation>
    </message>
    <message>
        <source>tells from the dialplan’s hints who is free</source>
        <translation>узнаёт по hint плана набора, кто свободен</translation>
    </message>
    <message>
        <source>starts a recording on the phone system, and stops that one alone</source>
        <translation>начинает запись на АТС и останавливает только её</translation>
    </message>
    <message>
        <source>records where `recording.one_touch` names the key (`automixmon` in `features.conf`)</source>
        <translation>записывает там, где `recording.one_touch` называет клавишу (`automixmon` в `features.conf`)</translation>
    </message>
    <message>
        <source>leaves out what must not be kept, say card numbers</source>
        <translation>пропускает то, что нельзя хранить, например номера карт</translation>
    </message>
    <message>
        <source>logs in to queues, pauses and logs out; who waits is told without it</source>
        <translation>входит в очереди, делает перерыв и выходит; кто ждёт, видно и без этого</translation>
    </message>
    <message>
        <source>writes the dialplan’s entries in AstDB, and the lamps of the phones; `write = call` alone shows what is set, `call,originate` also sets it by the codes that people dial for it</source>
        <translation>пишет записи плана набора в AstDB и лампы телефонов; `write = call` сам по себе показывает, что включено, `call,originate` включает и кодами, которые для этого набирают</translation>
    </message>
    <message>
        <source>tells callers’ names from the entries `cidname/&lt;number&gt;` in AstDB; `write = system` allows it too</source>
        <translation>сообщает имена звонящих из записей `cidname/&lt;номер&gt;` в AstDB; `write = system` тоже разрешает это</translation>
    </message>
    <message>
        <source>{host} is not a host name or host:port</source>
        <translation>{host} — не имя узла и не узел:порт</translation>
    </message>
    <message>
        <source>{port} is not a port number</source>
        <translation>{port} — не номер порта</translation>
    </message>
    <message>
        <source>must be the 64 hex digits of a SHA-256 fingerprint</source>
        <translation>должны быть 64 шестнадцатеричные цифры отпечатка SHA-256</translation>
    </message>
    <message>
        <source>must be a list of texts, like [&quot;…&quot;]</source>
        <translation>должен быть список текстов, например [&quot;…&quot;]</translation>
    </message>
    <message>
        <source>{text} is not a device; it is written like PJSIP/7001</source>
        <translation>{text} — не устройство; оно записывается как PJSIP/7001</translation>
    </message>
    <message>
        <source>must be vCard or CSV files, and {text} is neither by its name</source>
        <translation>должны быть файлы vCard или CSV, а {text} по имени ни то ни другое</translation>
    </message>
    <message>
        <source>must be true or false, without quotes</source>
        <translation>должно быть true или false, без кавычек</translation>
    </message>
    <message>
        <source>must be a whole number from 5 to 300</source>
        <translation>должно быть целое число от 5 до 300</translation>
    </message>
    <message>
        <source>must be a whole number of days from 0 to 9999</source>
        <translation>должно быть целое число дней от 0 до 9999</translation>
    </message>
    <message>
        <source>must be an extension, with {extension} where one is to stand</source>
        <translation>должен быть внутренний номер, с {extension} там, где он подставляется</translation>
    </message>
    <message>
        <source>must be two letters, like DE or US</source>
        <translation>должны быть две буквы, например DE или US</translation>
    </message>
    <message>
        <source>{text} is not one of {names}</source>
        <translation>{text} не входит в {names}</translation>
    </message>
    <message>
        <source>may hold only letters, digits, . _ - / and {fields}</source>
        <translation>может содержать только буквы, цифры, . _ - / и {fields}</translation>
    </message>
    <message>
        <source>must be a relative name that ends in .wav, .gsm, .ulaw or .alaw</source>
        <translation>должно быть относительное имя, которое оканчивается на .wav, .gsm, .ulaw или .alaw</translation>
    </message>
    <message>
        <source>must be one of {words}</source>
        <translation>должно быть одно из: {words}</translation>
    </message>
    <message>
        <source>{text} is not a pattern: digits, X for any digit, Z for 1-9, N for 2-9, [2-5] for one of several, . at the end for one or more of anything</source>
        <translation>{text} — не шаблон: цифры, X — любая цифра, Z — 1-9, N — 2-9, [2-5] — одна из нескольких, . в конце — что угодно дальше</translation>
    </message>
    <message>
        <source>{text} must be written: what it looks like -&gt; what is dialled</source>
        <translation>{text} надо записать так: как выглядит -&gt; что набирать</translation>
    </message>
    <message>
        <source>{text} is not a regular expression: {error}</source>
        <translation>{text} — не регулярное выражение: {error}</translation>
    </message>
    <message>
        <source>{text} has no group {highest}</source>
        <translation>в {text} нет группы {highest}</translation>
    </message>
    <message>
        <source>{text} may hold digits, + * # and \1 to \9</source>
        <translation>{text} может содержать цифры, + * # и от \1 до \9</translation>
    </message>
    <message>
        <source>{text} must be written like Ctrl+Shift+F9</source>
        <translation>{text} надо записать вроде Ctrl+Shift+F9</translation>
    </message>
    <message>
        <source>{key} is not a key that can be used: letters, digits, F1 to F24</source>
        <translation>клавишу {key} использовать нельзя: можно буквы, цифры, F1–F24</translation>
    </message>
    <message>
        <source>{text} is needed for typing: add Ctrl, Alt or Meta</source>
        <translation>{text} нужна для набора текста: добавьте Ctrl, Alt или Meta</translation>
    </message>
    <message>
        <source>is a password by its name; those are kept in each user&apos;s keyring only</source>
        <translation>судя по имени, это пароль; пароли лежат только в связке ключей каждого пользователя</translation>
    </message>
    <message>
        <source>locked by the administrator</source>
        <translation>закреплено администратором</translation>
    </message>
    <message>
        <source>proposed by the administrator</source>
        <translation>предложено администратором</translation>
    </message>
    <message>
        <source>is not a public Ed25519 key, 32 bytes in Base64</source>
        <translation>это не открытый ключ Ed25519, 32 байта в Base64</translation>
    </message>
    <message>
        <source>is not a section that Traydial knows</source>
        <translation>такого раздела Traydial не знает</translation>
    </message>
    <message>
        <source>must be a section, written [{section}]</source>
        <translation>должен быть раздел, записанный как [{section}]</translation>
    </message>
    <message>
        <source>is not a setting that Traydial knows</source>
        <translation>такой настройки Traydial не знает</translation>
    </message>
    <message>
        <source>must be the name of a dialplan context</source>
        <translation>должно быть имя контекста плана набора</translation>
    </message>
    <message>
        <source>must be digits, without a leading zero</source>
        <translation>должны быть цифры без нуля впереди</translation>
    </message>
    <message>
        <source>must be what is dialled to get out</source>
        <translation>должно быть то, что набирают для выхода в город</translation>
    </message>
    <message>
        <source>must be what is keyed, like *3</source>
        <translation>должно быть то, что нажимают, например *3</translation>
    </message>
    <message>
        <source>must be an extension, like 7890</source>
        <translation>должен быть внутренний номер, например 7890</translation>
    </message>
    <message>
        <source>must be one or two sentences</source>
        <translation>должно быть одно-два предложения</translation>
    </message>
    <message>
        <source>This desktop gives programs no global keys.</source>
        <translation>Эта рабочая среда не даёт программам глобальных клавиш.</translation>
    </message>
    <message>
        <source>This desktop lets no program read what is selected.</source>
        <translation>Эта рабочая среда не даёт программам читать выделенное.</translation>
    </message>
    <message>
        <source>this desktop opens no pages</source>
        <translation>эта рабочая среда не открывает страниц</translation>
    </message>
    <message>
        <source>this desktop starts no programs</source>
        <translation>эта рабочая среда не запускает программ</translation>
    </message>
    <message>
        <source>A Mac&apos;s keyboard has no {key} key, so {combination} is not possible.</source>
        <translation>На клавиатуре Mac нет клавиши {key}, поэтому {combination} невозможно.</translation>
    </message>
    <message>
        <source>macOS takes no keys from this program.</source>
        <translation>macOS не принимает клавиш от этой программы.</translation>
    </message>
    <message>
        <source>{combination} is taken by another program.</source>
        <translation>{combination} занято другой программой.</translation>
    </message>
    <message>
        <source>macOS does not give {combination} to this program.</source>
        <translation>macOS не даёт этой программе {combination}.</translation>
    </message>
    <message>
        <source>Dial the selected number</source>
        <translation>Набрать выделенный номер</translation>
    </message>
    <message>
        <source>Answer or hang up</source>
        <translation>Ответить или положить трубку</translation>
    </message>
    <message>
        <source>Open the customer&apos;s page</source>
        <translation>Открыть страницу клиента</translation>
    </message>
    <message>
        <source>Open Traydial&apos;s dial box</source>
        <translation>Открыть строку набора Traydial</translation>
    </message>
    <message>
        <source>This desktop gives programs no global keys; bind the command `{}` to a key in its keyboard settings.</source>
        <translation>Эта рабочая среда не даёт программам глобальных клавиш; назначьте команде `{}` клавишу в настройках клавиатуры.</translation>
    </message>
    <message>
        <source>The desktop has not given Traydial this key yet; it may be asking you.</source>
        <translation>Рабочая среда ещё не дала Traydial эту клавишу; возможно, она сейчас спрашивает вас.</translation>
    </message>
    <message>
        <source>You did not let Traydial have this key when the desktop asked.</source>
        <translation>Вы не дали Traydial эту клавишу, когда рабочая среда спросила.</translation>
    </message>
    <message>
        <source>The desktop could not set this key.</source>
        <translation>Рабочая среда не смогла назначить эту клавишу.</translation>
    </message>
    <message>
        <source>The desktop has no key for this; choose one in its keyboard settings.</source>
        <translation>В рабочей среде для этого нет клавиши; выберите её в настройках клавиатуры.</translation>
    </message>
    <message>
        <source>The desktop has {} for this; its keyboard settings can change that.</source>
        <translation>В рабочей среде для этого назначено {}; это можно изменить в настройках клавиатуры.</translation>
    </message>
    <message>
        <source>The desktop has taken this key back; Traydial asks for it at its next start.</source>
        <translation>Рабочая среда забрала эту клавишу; Traydial попросит её при следующем запуске.</translation>
    </message>
    <message>
        <source>{combination} is set for two things.</source>
        <translation>{combination} назначено на два дела.</translation>
    </message>
    <message>
        <source>Windows does not give us {combination}: {why}</source>
        <translation>Windows не даёт нам {combination}: {why}</translation>
    </message>
    <message>
        <source>The X server ({}) cannot be reached, so no keys can be set.</source>
        <translation>X-сервер ({}) недоступен, поэтому клавиши не назначить.</translation>
    </message>
    <message>
        <source>{combination} is set twice.</source>
        <translation>{combination} назначено дважды.</translation>
    </message>
    <message>
        <source>This keyboard has no {key} key, so {combination} is not possible.</source>
        <translation>На этой клавиатуре нет клавиши {key}, поэтому {combination} невозможно.</translation>
    </message>
    <message>
        <source>{count} of them are running still</source>
        <translation>ещё работают: {count}</translation>
    </message>
    <message>
        <source>it does not start</source>
        <translation>не запускается</translation>
    </message>
    <message>
        <source>it ended at once with {code}</source>
        <translation>сразу завершилась с кодом {code}</translation>
    </message>
    <message>
        <source>there is no such program</source>
        <translation>такой программы нет</translation>
    </message>
    <message>
        <source>it is a batch file</source>
        <translation>это пакетный файл</translation>
    </message>
    <message>
        <source>the browser does not answer</source>
        <translation>браузер не отвечает</translation>
    </message>
    <message>
        <source>Allow Traydial to read what is selected: System Settings, Privacy &amp; Security, Accessibility.</source>
        <translation>Разрешите Traydial читать выделенное: Системные настройки, Конфиденциальность и безопасность, Универсальный доступ.</translation>
    </message>
    <message>
        <source>On Wayland, what is selected is read by wl-paste: install the package wl-clipboard.</source>
        <translation>В Wayland выделенное читает wl-paste: установите пакет wl-clipboard.</translation>
    </message>
    <message>
        <source>This desktop keeps another program for phone links; choose Traydial in its settings under default applications.</source>
        <translation>Рабочая среда оставила телефонные ссылки другой программе; выберите Traydial в её настройках, в приложениях по умолчанию.</translation>
    </message>
    <message>
        <source>On a Mac, choose Traydial in FaceTime&apos;s settings under Default for calls.</source>
        <translation>На Mac выберите Traydial в настройках FaceTime, «По умолчанию для вызовов».</translation>
    </message>
    <message>
        <source>Dial any number with your desk phone</source>
        <translation>Набор любого номера с настольного телефона</translation>
    </message>
    <message>
        <source>Windows lets only you choose who opens phone links: in its settings under Apps, Default apps, Traydial, choose Traydial for {}.</source>
        <translation>В Windows только вы выбираете, что открывает телефонные ссылки: в параметрах, Приложения, Приложения по умолчанию, Traydial, выберите Traydial для {}.</translation>
    </message>
    <message>
        <source>Address book</source>
        <translation>Адресная книга</translation>
    </message>
    <message>
        <source>the address book was not reached: {why}</source>
        <translation>адресная книга недоступна: {why}</translation>
    </message>
    <message>
        <source>the address book refuses user name or password</source>
        <translation>адресная книга отвергла имя пользователя или пароль</translation>
    </message>
    <message>
        <source>the address book answered {status}</source>
        <translation>адресная книга ответила {status}</translation>
    </message>
    <message>
        <source>the address book answered with too much</source>
        <translation>адресная книга прислала слишком много</translation>
    </message>
    <message>
        <source>the address book answered something that is no XML</source>
        <translation>адресная книга прислала не XML</translation>
    </message>
    <message>
        <source>the web service answered {status}</source>
        <translation>веб-служба ответила {status}</translation>
    </message>
    <message>
        <source>the web service answered {status}: it leads to another address</source>
        <translation>веб-служба ответила {status}: она отсылает на другой адрес</translation>
    </message>
    <message>
        <source>the web service answered {status}: it does not accept the key</source>
        <translation>веб-служба ответила {status}: ключ не принят</translation>
    </message>
    <message>
        <source>the web service answered {status}: the key does not allow this</source>
        <translation>веб-служба ответила {status}: ключ этого не позволяет</translation>
    </message>
    <message>
        <source>Customer system</source>
        <translation>Система клиентов</translation>
    </message>
    <message>
        <source>the picture in the answer is broken</source>
        <translation>картинка в ответе испорчена</translation>
    </message>
    <message>
        <source>the picture lies on another host</source>
        <translation>картинка лежит на другом узле</translation>
    </message>
    <message>
        <source>the web service answered {status} or too much</source>
        <translation>веб-служба ответила {status} или прислала слишком много</translation>
    </message>
    <message>
        <source>the web service was not reached: {why}</source>
        <translation>веб-служба недоступна: {why}</translation>
    </message>
    <message>
        <source>the key has characters that cannot be sent</source>
        <translation>в ключе есть знаки, которые нельзя отправить</translation>
    </message>
    <message>
        <source>the web service answered with too much</source>
        <translation>веб-служба прислала слишком много</translation>
    </message>
    <message>
        <source>the web service answered something that is no JSON</source>
        <translation>веб-служба прислала не JSON</translation>
    </message>
    <message>
        <source>a place in the answer is not written well: {error}</source>
        <translation>место в ответе записано неверно: {error}</translation>
    </message>
    <message>
        <source>Contact files</source>
        <translation>Файлы контактов</translation>
    </message>
    <message>
        <source>there is no {path}</source>
        <translation>нет файла {path}</translation>
    </message>
    <message>
        <source>{name} is too large for an address book</source>
        <translation>{name} слишком велик для адресной книги</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}</source>
        <translation>{name} не читается: {why}</translation>
    </message>
    <message>
        <source>{name} has no contacts with a number</source>
        <translation>в {name} нет контактов с номером</translation>
    </message>
    <message>
        <source>the directory refuses user name or password (invalidCredentials)</source>
        <translation>каталог отверг имя пользователя или пароль (invalidCredentials)</translation>
    </message>
    <message>
        <source>the directory does not let this user look (insufficientAccessRights)</source>
        <translation>каталог не позволяет этому пользователю смотреть (insufficientAccessRights)</translation>
    </message>
    <message>
        <source>the directory has no such branch, or does not show it to this user</source>
        <translation>в каталоге нет такой ветви, или она не видна этому пользователю</translation>
    </message>
    <message>
        <source>the directory wants an encrypted connection (confidentialityRequired)</source>
        <translation>каталог требует шифрования (confidentialityRequired)</translation>
    </message>
    <message>
        <source>the directory wants an encrypted connection (strongerAuthRequired)</source>
        <translation>каталог требует шифрования (strongerAuthRequired)</translation>
    </message>
    <message>
        <source>Company directory</source>
        <translation>Каталог организации</translation>
    </message>
    <message>
        <source>the directory was not reached: {why}</source>
        <translation>каталог недоступен: {why}</translation>
    </message>
    <message>
        <source>the directory says: {what}</source>
        <translation>каталог отвечает: {what}</translation>
    </message>
    <message>
        <source>it still works on an earlier call</source>
        <translation>ещё выполняется предыдущий запрос</translation>
    </message>
    <message>
        <source>it is not asked any more</source>
        <translation>больше не запрашивается</translation>
    </message>
    <message>
        <source>Phone system</source>
        <translation>АТС</translation>
    </message>
    <message>
        <source>your account may not look there, or is not connected</source>
        <translation>вашей учётной записи туда смотреть нельзя, или нет соединения</translation>
    </message>
    <message>
        <source>the phone system was not asked: {error}</source>
        <translation>АТС не запрошена: {error}</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>{ca_file} is no file with certificates</source>
        <translation>{ca_file} — не файл с сертификатами</translation>
    </message>
    <message>
        <source>its certificate is not trusted: {verdict}</source>
        <translation>его сертификату нет доверия: {verdict}</translation>
    </message>
    <message>
        <source>it does not speak TLS as we do</source>
        <translation>он не говорит по TLS так, как мы</translation>
    </message>
    <message>
        <source>there is no host of this name</source>
        <translation>узла с таким именем нет</translation>
    </message>
    <message>
        <source>nobody answers there</source>
        <translation>там никто не отвечает</translation>
    </message>
    <message>
        <source>unknown issuer</source>
        <translation>неизвестный издатель</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Talked (s)</source>
        <translation>Разговор (с)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Через</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Кто ответил</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>слишком велик</translation>
    </message>
    <message>
        <source>cannot be read: {why}</source>
        <translation>не читается: {why}</translation>
    </message>
    <message>
        <source>is not a property list</source>
        <translation>это не список свойств</translation>
    </message>
    <message>
        <source>is not a list of sections</source>
        <translation>это не список разделов</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>он не подписан</translation>
    </message>
    <message>
        <source>its signature is not right</source>
        <translation>его подпись неверна</translation>
    </message>
    <message>
        <source>it holds no settings</source>
        <translation>в нём нет настроек</translation>
    </message>
    <message>
        <source>the web server answered {status}</source>
        <translation>веб-сервер ответил {status}</translation>
    </message>
    <message>
        <source>a link to settings begins with https:// and has no password</source>
        <translation>ссылка на настройки начинается с https:// и не содержит пароля</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>такого файла нет</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>у него нет имени</translation>
    </message>
    <message>
        <source>it is too large for a file of settings</source>
        <translation>он слишком велик для файла настроек</translation>
    </message>
    <message>
        <source>is too large to be a config file</source>
        <translation>слишком велик для файла конфигурации</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>это не текст UTF-8</translation>
    </message>
    <message>
        <source>is not valid TOML: {error}</source>
        <translation>это не правильный TOML: {error}</translation>
    </message>
    <message>
        <source>the database says: {why}</source>
        <translation>база данных отвечает: {why}</translation>
    </message>
    <message>
        <source>there is no driver for it here: {error}</source>
        <translation>здесь нет драйвера для неё: {error}</translation>
    </message>
    <message>
        <source>the database cannot be used: {error}</source>
        <translation>базу данных нельзя использовать: {error}</translation>
    </message>
    <message>
        <source>there is no file {database}</source>
        <translation>нет файла {database}</translation>
    </message>
    <message>
        <source>Set up Traydial</source>
        <translation>Настройка Traydial</translation>
    </message>
    <message>
        <source>stored; type to change it</source>
        <translation>сохранён; введите, чтобы изменить</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Close; what you have entered is kept (Esc)</source>
        <translation>Закрыть; введённое сохранится (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>Всё равно дальше</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Step {number} of {last}</source>
        <translation>Шаг {number} из {last}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Минуту.</translation>
    </message>
    <message>
        <source>Something is missing still: the steps before say what.</source>
        <translation>Чего-то ещё не хватает: предыдущие шаги говорят, чего.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Settings that you were sent</source>
        <translation>Присланные настройки</translation>
    </message>
    <message>
        <source>Settings for Traydial ({pattern})</source>
        <translation>Настройки Traydial ({pattern})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Это нужно заполнить.</translation>
    </message>
    <message>
        <source>Your phone system</source>
        <translation>Ваша АТС</translation>
    </message>
    <message>
        <source>Its address is known to whoever looks after your phones. If they sent you a link to settings, put it in here.</source>
        <translation>Её адрес знает тот, кто отвечает за ваши телефоны. Если вам прислали ссылку на настройки, введите её сюда.</translation>
    </message>
    <message>
        <source>I was sent a file…</source>
        <translation>Мне прислали файл…</translation>
    </message>
    <message>
        <source>Settings that your administrator sent, a file that ends in .traydial</source>
        <translation>Настройки от вашего администратора, файл с окончанием .traydial</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Ваша учётная запись</translation>
    </message>
    <message>
        <source>The user name and password that your administrator made for Traydial.</source>
        <translation>Имя пользователя и пароль, которые администратор завёл для Traydial.</translation>
    </message>
    <message>
        <source>Kept in the keyring of this computer, nowhere else.</source>
        <translation>Хранится в связке ключей этого компьютера и больше нигде.</translation>
    </message>
    <message>
        <source>Your phone</source>
        <translation>Ваш телефон</translation>
    </message>
    <message>
        <source>It rings first when you dial; the other party is called when you pick up.</source>
        <translation>Он звонит первым, когда вы набираете; второму звонят, когда вы поднимете трубку.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Номера</translation>
    </message>
    <message>
        <source>How numbers outside are written and dialled at your place.</source>
        <translation>Как у вас пишут и набирают внешние номера.</translation>
    </message>
    <message>
        <source>Your phone rang and you picked up: it works.</source>
        <translation>Телефон зазвонил, и вы подняли трубку: всё работает.</translation>
    </message>
    <message>
        <source>Nobody picked up.</source>
        <translation>Никто не поднял трубку.</translation>
    </message>
    <message>
        <source>Did your phone ring? If not, go back to Your phone.</source>
        <translation>Ваш телефон звонил? Если нет, вернитесь к шагу «Ваш телефон».</translation>
    </message>
    <message>
        <source>Your phone could not be rung.</source>
        <translation>Ваш телефон не удалось вызвать.</translation>
    </message>
    <message>
        <source>Look whether it is switched on and not busy.</source>
        <translation>Проверьте, что он включён и не занят.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Попробуйте</translation>
    </message>
    <message>
        <source>Nothing here has to be done now; the settings offer all of it again.</source>
        <translation>Сейчас здесь ничего делать не обязательно; всё это есть и в настройках.</translation>
    </message>
    <message>
        <source>Ring my phone</source>
        <translation>Позвонить на мой телефон</translation>
    </message>
    <message>
        <source>Your phone rings. Pick it up.</source>
        <translation>Ваш телефон звонит. Поднимите трубку.</translation>
    </message>
    <message>
        <source>Ring once more</source>
        <translation>Позвонить ещё раз</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Минуту…</translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>звонит</translation>
    </message>
    <message>
        <source>in a call</source>
        <translation>разговаривает</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>на удержании</translation>
    </message>
    <message>
        <source>phone not connected</source>
        <translation>телефон не подключён</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>it is one</comment>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Recorded by the phone system</source>
        <translation>Записывает АТС</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Больше</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Неизвестный номер</translation>
    </message>
    <message>
        <source>Parked at {space}</source>
        <translation>Припаркован: {space}</translation>
    </message>
    <message>
        <source>dialled as {dialled}</source>
        <translation>набрано как {dialled}</translation>
    </message>
    <message>
        <source>then key {after}</source>
        <translation>затем {after}</translation>
    </message>
    <message>
        <source>, waiting</source>
        <translation>, в ожидании</translation>
    </message>
    <message>
        <source>Calling {who}</source>
        <translation>Вызов: {who}</translation>
    </message>
    <message>
        <source>Ringing at {who}</source>
        <translation>Звонит у {who}</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Звонит</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Говорить</translation>
    </message>
    <message>
        <source>Divert…</source>
        <translation>Перенаправить…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>Согласие есть</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Pause recording</source>
        <translation>Приостановить запись</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Продолжить запись</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Передать…</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Парковка</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Connect them</source>
        <translation>Соединить</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>Втроём</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Забрать</translation>
    </message>
    <message>
        <source>Fetch back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Положить трубку</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>When free</source>
        <translation>Когда освободится</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Перезвонить</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Остановить запись</translation>
    </message>
    <message>
        <source>They agree to be recorded</source>
        <translation>Собеседник согласен на запись</translation>
    </message>
    <message>
        <source>Do not record now</source>
        <translation>Сейчас не записывать</translation>
    </message>
    <message>
        <source>Take off hold</source>
        <translation>Снять с удержания</translation>
    </message>
    <message>
        <source>Open customer page</source>
        <translation>Открыть страницу клиента</translation>
    </message>
    <message>
        <source>Block this caller</source>
        <translation>Заблокировать этого абонента</translation>
    </message>
    <message>
        <source>Tell me when they are free</source>
        <translation>Сообщить, когда освободится</translation>
    </message>
    <message>
        <source>Talk, all three</source>
        <translation>Говорить втроём</translation>
    </message>
    <message>
        <source>Back to the caller</source>
        <translation>Вернуться к звонящему</translation>
    </message>
    <message>
        <source>REC …</source>
        <translation>ЗАП …</translation>
    </message>
    <message>
        <source>REC</source>
        <translation>ЗАП</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>ПАУЗА</translation>
    </message>
    <message>
        <source>Recording starts</source>
        <translation>Запись начинается</translation>
    </message>
    <message>
        <source>Recording is on</source>
        <translation>Запись идёт</translation>
    </message>
    <message>
        <source>Recording is paused</source>
        <translation>Запись приостановлена</translation>
    </message>
    <message>
        <source>Step {step} of 3</source>
        <translation>Шаг {step} из 3</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>стоит посмотреть</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>не работает</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Доверять этому сертификату</translation>
    </message>
    <message>
        <source>The other one</source>
        <translation>Собеседник</translation>
    </message>
    <message>
        <source>{who} has hung up</source>
        <translation>{who} — трубка положена</translation>
    </message>
    <message>
        <source>About {who}, who is on hold</source>
        <translation>По поводу: {who}, на удержании</translation>
    </message>
    <message>
        <source>About {who}, who is still there</source>
        <translation>По поводу: {who}, ещё на линии</translation>
    </message>
    <message>
        <source>Waits while you ask {who}</source>
        <translation>Ждёт, пока вы спрашиваете: {who}</translation>
    </message>
    <message>
        <source>You are asking {who}</source>
        <translation>Вы спрашиваете: {who}</translation>
    </message>
    <message>
        <source>{who}, whom you are asking, waits</source>
        <translation>{who}, у кого вы спрашиваете, ждёт</translation>
    </message>
    <message>
        <source>Connected with {who}</source>
        <translation>Соединены: {who}</translation>
    </message>
    <message>
        <source>{who} is still on hold on your phone</source>
        <translation>{who} ещё на удержании на вашем телефоне</translation>
    </message>
    <message>
        <source>{who} is still there</source>
        <translation>{who} ещё на линии</translation>
    </message>
    <message>
        <source>{title} and {third}</source>
        <translation>{title} и {third}</translation>
    </message>
    <message>
        <source>All three talking</source>
        <translation>Разговор втроём</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Набрать</translation>
    </message>
    <message>
        <source>Enter dials, Esc closes, Ctrl+H shows all calls, F10 the menu</source>
        <translation>Enter — набрать, Esc — закрыть, Ctrl+H — все звонки, F10 — меню</translation>
    </message>
    <message>
        <source>dials {who} from {extension}</source>
        <translation>наберёт {who} с номера {extension}</translation>
    </message>
    <message>
        <source>dials {who}</source>
        <translation>наберёт {who}</translation>
    </message>
    <message>
        <source>When they answer</source>
        <translation>Когда ответят</translation>
    </message>
    <message>
        <source>Send these digits by themselves, as soon as they answer</source>
        <translation>Отправить эти цифры автоматически, как только ответят</translation>
    </message>
    <message>
        <source>Forget these digits</source>
        <translation>Забыть эти цифры</translation>
    </message>
    <message>
        <source>Send {digits}</source>
        <translation>Отправить {digits}</translation>
    </message>
    <message>
        <source>Remember {digits}</source>
        <translation>Запомнить {digits}</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Проверка соединения</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Look at everything once more (F5)</source>
        <translation>Проверить всё ещё раз (F5)</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Скопировать отчёт</translation>
    </message>
    <message>
        <source>Copy all lines as text, without passwords (Ctrl+C)</source>
        <translation>Скопировать все строки текстом, без паролей (Ctrl+C)</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Идёт проверка…</translation>
    </message>
    <message>
        <source>Nothing has been checked yet.</source>
        <translation>Пока ничего не проверено.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>✓ ok</source>
        <translation>✓ да</translation>
    </message>
    <message>
        <source>! look</source>
        <translation>! см.</translation>
    </message>
    <message>
        <source>✗ NO</source>
        <translation>✗ НЕТ</translation>
    </message>
    <message>
        <source>Saved in {folder}: {file}</source>
        <translation>Сохранено в {folder}: {file}</translation>
    </message>
    <message>
        <source>Send it to whoever looks after your phone system. Passwords are not in it; names and numbers are replaced by others.</source>
        <translation>Отправьте это тому, кто отвечает за вашу АТС. Паролей там нет; имена и номера заменены другими.</translation>
    </message>
    <message>
        <source>It {does}.</source>
        <translation>Зачем: {does}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} does not work</source>
        <comment>{n} do not work</comment>
        <translation>
            <numerusform>{n} не работает</numerusform>
            <numerusform>{n} не работают</numerusform>
            <numerusform>{n} не работают</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} worth a look</source>
        <comment>{n} worth a look</comment>
        <translation>
            <numerusform>{n} стоит посмотреть</numerusform>
            <numerusform>{n} стоит посмотреть</numerusform>
            <numerusform>{n} стоит посмотреть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fine</source>
        <comment>{n} fine</comment>
        <translation>
            <numerusform>{n} в порядке</numerusform>
            <numerusform>{n} в порядке</numerusform>
            <numerusform>{n} в порядке</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The one check is fine.</source>
        <comment>All {n} checks are fine.</comment>
        <translation>
            <numerusform>Проверка пройдена: {n}.</numerusform>
            <numerusform>Все {n} проверки пройдены.</numerusform>
            <numerusform>Все {n} проверок пройдены.</numerusform>
        </translation>
    </message>
    <message>
        <source>no name</source>
        <translation>без имени</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>самим собой</translation>
    </message>
    <message numerus="yes">
        <source>{n} day left</source>
        <comment>{n} days left</comment>
        <translation>
            <numerusform>остался {n} день</numerusform>
            <numerusform>осталось {n} дня</numerusform>
            <numerusform>осталось {n} дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended {n} day ago</source>
        <comment>ended {n} days ago</comment>
        <translation>
            <numerusform>истёк {n} день назад</numerusform>
            <numerusform>истёк {n} дня назад</numerusform>
            <numerusform>истёк {n} дней назад</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate of {names}, issued by {issuer}, {left}</source>
        <translation>Сертификат {names}, выдан {issuer}, {left}</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate has expired.</source>
        <translation>Срок сертификата АТС истёк.</translation>
    </message>
    <message>
        <source>It has to be renewed.</source>
        <translation>Его надо обновить.</translation>
    </message>
    <message numerus="yes">
        <source>The phone system&apos;s certificate ends in {n} day.</source>
        <comment>The phone system&apos;s certificate ends in {n} days.</comment>
        <translation>
            <numerusform>Сертификат АТС истекает через {n} день.</numerusform>
            <numerusform>Сертификат АТС истекает через {n} дня.</numerusform>
            <numerusform>Сертификат АТС истекает через {n} дней.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask your administrator to renew it; a pinned one has to be trusted anew then.</source>
        <translation>Попросите администратора обновить его; закреплённому сертификату потом надо будет снова оказать доверие.</translation>
    </message>
    <message>
        <source>Your account is in use, and may be used by one program at a time.</source>
        <translation>Ваша учётная запись занята, а пользоваться ею может только одна программа сразу.</translation>
    </message>
    <message>
        <source>That is most likely Traydial itself: quit it, then run traydial doctor.</source>
        <translation>Скорее всего, это сам Traydial: закройте его, затем запустите traydial doctor.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate cannot be read.</source>
        <translation>Сертификат АТС не читается.</translation>
    </message>
    <message>
        <source>The connection is not secured: others on the network can listen in.</source>
        <translation>Соединение не защищено: другие в сети могут подслушать.</translation>
    </message>
    <message>
        <source>Ask your administrator for a secure connection, then turn it on in the settings.</source>
        <translation>Попросите у администратора защищённое соединение, затем включите его в настройках.</translation>
    </message>
    <message>
        <source>Your account is not told when the phone system has started.</source>
        <translation>Вашей учётной записи не сообщают, когда АТС запустилась.</translation>
    </message>
    <message>
        <source>After its restart, calls are shown a little later; nothing has to be done.</source>
        <translation>После её перезапуска звонки появятся чуть позже; делать ничего не нужно.</translation>
    </message>
    <message>
        <source>The phone system does not say which version it is.</source>
        <translation>АТС не сообщает свою версию.</translation>
    </message>
    <message>
        <source>So it is not known whether it has known holes. Ask your administrator.</source>
        <translation>Поэтому неизвестно, есть ли в ней известные уязвимости. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The phone system has no such context.</source>
        <translation>Такого контекста в АТС нет.</translation>
    </message>
    <message>
        <source>Compare it with what your administrator says; it is where your phone dials.</source>
        <translation>Сравните его с тем, что говорит администратор; в нём набирает ваш телефон.</translation>
    </message>
    <message>
        <source>The phone system does not tell the state of your phone.</source>
        <translation>АТС не сообщает состояние вашего телефона.</translation>
    </message>
    <message>
        <source>Colleagues do not see whether you talk, and your phones are not found by themselves.</source>
        <translation>Коллеги не видят, говорите ли вы, и ваши телефоны не находятся автоматически.</translation>
    </message>
    <message>
        <source>The phone system tells of no colleague&apos;s phone.</source>
        <translation>АТС не сообщает о телефонах коллег.</translation>
    </message>
    <message>
        <source>So nobody&apos;s lamp is shown. Ask your administrator.</source>
        <translation>Поэтому ничьё состояние не показано. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The phone system knows no key for recording.</source>
        <translation>В АТС нет клавиши для записи.</translation>
    </message>
    <message>
        <source>Ask your administrator to set one up, or leave it out of the settings.</source>
        <translation>Попросите администратора её настроить или уберите её из настроек.</translation>
    </message>
    <message>
        <source>The phone system&apos;s key for recording is {kept}, not {wanted}.</source>
        <translation>Клавиша записи в АТС — {kept}, а не {wanted}.</translation>
    </message>
    <message>
        <source>Set this one in the settings.</source>
        <translation>Укажите в настройках её.</translation>
    </message>
    <message>
        <source>Recording key {kept} (not in the settings)</source>
        <translation>Клавиша записи {kept} (в настройках не указана)</translation>
    </message>
    <message>
        <source>The phone system&apos;s clock is {seconds} s behind this computer&apos;s.</source>
        <translation>Часы АТС отстают от этого компьютера на {seconds} с.</translation>
    </message>
    <message>
        <source>The phone system&apos;s clock is {seconds} s ahead of this computer&apos;s.</source>
        <translation>Часы АТС спешат относительно этого компьютера на {seconds} с.</translation>
    </message>
    <message>
        <source>Times of waiting callers and in the history do not agree; let both follow a time server.</source>
        <translation>Время ожидания и время в истории расходятся; пусть оба берут время с сервера.</translation>
    </message>
    <message>
        <source>This version of the phone system has known holes.</source>
        <translation>В этой версии АТС есть известные уязвимости.</translation>
    </message>
    <message>
        <source>Its distribution may have closed them.</source>
        <translation>Возможно, дистрибутив их закрыл.</translation>
    </message>
    <message>
        <source>Ask your administrator to update it.</source>
        <translation>Попросите администратора обновить её.</translation>
    </message>
    <message>
        <source>Your account may more than Traydial ever needs.</source>
        <translation>Ваша учётная запись может больше, чем Traydial когда-либо понадобится.</translation>
    </message>
    <message>
        <source>Ask your administrator to take it away: a stolen password could do less then.</source>
        <translation>Попросите администратора убрать лишнее: с украденным паролем тогда меньше навредишь.</translation>
    </message>
    <message>
        <source>The phone system is reached at an address of the internet.</source>
        <translation>АТС доступна по адресу в интернете.</translation>
    </message>
    <message>
        <source>Its interface for programs belongs into the office&apos;s network or a VPN. Ask your administrator.</source>
        <translation>Её интерфейсу для программ место в сети офиса или в VPN. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The phone system offers no secure connection.</source>
        <translation>АТС не предлагает защищённого соединения.</translation>
    </message>
    <message>
        <source>The phone system also takes connections that are not secured.</source>
        <translation>АТС принимает и незащищённые соединения.</translation>
    </message>
    <message>
        <source>Let it take them from itself alone. Ask your administrator.</source>
        <translation>Пусть принимает их только от самой себя. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your account may be used from any address.</source>
        <translation>Вашу учётную запись можно использовать с любого адреса.</translation>
    </message>
    <message>
        <source>Let it be used from the office&apos;s network alone. Ask your administrator.</source>
        <translation>Пусть её можно использовать только из сети офиса. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Your account may be used by several programs at the same time.</source>
        <translation>Вашу учётную запись могут использовать несколько программ сразу.</translation>
    </message>
    <message>
        <source>A stolen password is noticed less. Where each desktop has an account of its own, the administrator can forbid it.</source>
        <translation>Так украденный пароль менее заметен. Если у каждого рабочего места своя учётная запись, администратор может это запретить.</translation>
    </message>
    <message>
        <source>The phone system does not write down who logs in.</source>
        <translation>АТС не записывает, кто входит.</translation>
    </message>
    <message>
        <source>The phone system is on the port that everybody tries first.</source>
        <translation>АТС стоит на порту, который все пробуют первым.</translation>
    </message>
    <message>
        <source>Another one keeps the noise of scanners away; it secures nothing by itself.</source>
        <translation>Другой порт избавит от шума сканеров; безопаснее от этого не станет.</translation>
    </message>
    <message>
        <source>Your account may everything there is.</source>
        <translation>Вашей учётной записи можно всё.</translation>
    </message>
    <message>
        <source>Ask your administrator to grant what is needed: traydial pbx-config prints it.</source>
        <translation>Попросите администратора разрешить только нужное: это печатает traydial pbx-config.</translation>
    </message>
    <message>
        <source>Your account is told of everybody&apos;s calls.</source>
        <translation>Вашей учётной записи сообщают о звонках всех.</translation>
    </message>
    <message>
        <source>Let it see its own alone. Ask your administrator.</source>
        <translation>Пусть она видит только свои. Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Secure connections are offered</source>
        <translation>Защищённые соединения есть</translation>
    </message>
    <message>
        <source>Unsecured connections stay on the phone system</source>
        <translation>Незащищённые соединения не выходят за пределы АТС</translation>
    </message>
    <message>
        <source>Account held to some addresses</source>
        <translation>Учётная запись ограничена адресами</translation>
    </message>
    <message>
        <source>One login at a time for each account</source>
        <translation>Один вход на учётную запись</translation>
    </message>
    <message>
        <source>Logins are written down</source>
        <translation>Входы записываются</translation>
    </message>
    <message>
        <source>Ports that nobody tries first</source>
        <translation>Порты, которые первыми не пробуют</translation>
    </message>
    <message>
        <source>Account without all there is</source>
        <translation>Учётной записи можно не всё</translation>
    </message>
    <message>
        <source>Account held to its own calls</source>
        <translation>Учётная запись видит только свои звонки</translation>
    </message>
    <message>
        <source>Secure connections</source>
        <translation>Защищённые соединения</translation>
    </message>
    <message>
        <source>Unsecured connections</source>
        <translation>Незащищённые соединения</translation>
    </message>
    <message>
        <source>Addresses that may log in</source>
        <translation>Адреса, с которых можно войти</translation>
    </message>
    <message>
        <source>Logins at the same time</source>
        <translation>Одновременные входы</translation>
    </message>
    <message>
        <source>Record of logins</source>
        <translation>Запись входов</translation>
    </message>
    <message>
        <source>Port of the phone system</source>
        <translation>Порт АТС</translation>
    </message>
    <message>
        <source>Calls that the account sees</source>
        <translation>Какие звонки видит учётная запись</translation>
    </message>
    <message>
        <source>There is no desktop here to look at.</source>
        <translation>Здесь нет рабочей среды, которую можно проверить.</translation>
    </message>
    <message>
        <source>Start it in a desktop session, or choose Check the connection in the tray menu.</source>
        <translation>Запустите в графическом сеансе или выберите «Проверка соединения» в меню значка.</translation>
    </message>
    <message>
        <source>Traydial runs and holds its keys, so they cannot be tried from here.</source>
        <translation>Traydial работает и держит свои клавиши, поэтому отсюда их не проверить.</translation>
    </message>
    <message>
        <source>Choose Check the connection in the tray menu.</source>
        <translation>Выберите «Проверка соединения» в меню значка.</translation>
    </message>
    <message>
        <source>On this desktop only the running Traydial can tell.</source>
        <translation>В этой рабочей среде это знает только работающий Traydial.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons.</source>
        <translation>Эта рабочая среда не показывает значков в области уведомлений.</translation>
    </message>
    <message>
        <source>Calls come up all the same; traydial dial NUMBER dials. On GNOME, add the extension AppIndicator.</source>
        <translation>Звонки всё равно появляются; набирает traydial dial НОМЕР. В GNOME поможет расширение AppIndicator.</translation>
    </message>
    <message>
        <source>{name} opens phone links.</source>
        <translation>Телефонные ссылки открывает {name}.</translation>
    </message>
    <message>
        <source>Nothing opens phone links.</source>
        <translation>Телефонные ссылки ничто не открывает.</translation>
    </message>
    <message>
        <source>Turn it on in the settings, or: traydial register</source>
        <translation>Включите это в настройках или командой: traydial register</translation>
    </message>
    <message>
        <source>Choose other keys in the settings.</source>
        <translation>Выберите другие клавиши в настройках.</translation>
    </message>
    <message>
        <source>Something in Traydial went wrong. It goes on working where it can.</source>
        <translation>В Traydial что-то пошло не так. Он продолжает работать, насколько может.</translation>
    </message>
    <message>
        <source>If it happens again, send this report to whoever looks after Traydial for you. Passwords and phone numbers are left out of it.</source>
        <translation>Если это повторится, отправьте этот отчёт тому, кто у вас отвечает за Traydial. Паролей и номеров телефонов в нём нет.</translation>
    </message>
    <message>
        <source>A fault in Traydial</source>
        <translation>Сбой в Traydial</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Forward calls</source>
        <translation>Переадресация</translation>
    </message>
    <message>
        <source>Stop forwarding</source>
        <translation>Отключить переадресацию</translation>
    </message>
    <message>
        <source>Enter forwards, Esc closes</source>
        <translation>Enter — переадресовать, Esc — закрыть</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Переадресовать</translation>
    </message>
    <message>
        <source>Not forwarded now</source>
        <translation>Сейчас не переадресуются</translation>
    </message>
    <message>
        <source>Your phone is not signed in</source>
        <translation>Ваш телефон не зарегистрирован</translation>
    </message>
    <message>
        <source>Line down: {name}</source>
        <translation>Линия не работает: {name}</translation>
    </message>
    <message>
        <source>The phone system is restarting</source>
        <translation>АТС перезапускается</translation>
    </message>
    <message>
        <source>The phone system is shutting down</source>
        <translation>АТС выключается</translation>
    </message>
    <message>
        <source>Your phone is signed in again.</source>
        <translation>Ваш телефон снова зарегистрирован.</translation>
    </message>
    <message>
        <source>The line {line} is up again.</source>
        <translation>Линия {line} снова работает.</translation>
    </message>
    <message>
        <source>The phone system is back.</source>
        <translation>АТС снова работает.</translation>
    </message>
    <message>
        <source>Your phone is not signed in to the phone system.</source>
        <translation>Ваш телефон не зарегистрирован на АТС.</translation>
    </message>
    <message>
        <source>It does not ring until it is: look at its cable, or at your phone program.</source>
        <translation>До тех пор он не звонит: проверьте его кабель или программу телефона.</translation>
    </message>
    <message>
        <source>The line {line} is down.</source>
        <translation>Линия {line} не работает.</translation>
    </message>
    <message>
        <source>Calls to and from outside may fail until it is back.</source>
        <translation>Пока она не заработает, внешние звонки могут не проходить.</translation>
    </message>
    <message>
        <source>The phone system is restarting.</source>
        <translation>АТС перезапускается.</translation>
    </message>
    <message>
        <source>Traydial connects again by itself.</source>
        <translation>Traydial подключится сам.</translation>
    </message>
    <message>
        <source>The phone system is shutting down.</source>
        <translation>АТС выключается.</translation>
    </message>
    <message>
        <source>Traydial connects again once it is back.</source>
        <translation>Traydial подключится, как только она вернётся.</translation>
    </message>
    <message>
        <source>Copy file name</source>
        <translation>Скопировать имя файла</translation>
    </message>
    <message>
        <source>Add a note (Ctrl+N)</source>
        <translation>Добавить заметку (Ctrl+N)</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Скопировать номер</translation>
    </message>
    <message>
        <source>Forget this person…</source>
        <translation>Забыть этого человека…</translation>
    </message>
    <message>
        <source>Copy number (Ctrl+Shift+C)</source>
        <translation>Скопировать номер (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Open customer page (Ctrl+O)</source>
        <translation>Открыть страницу клиента (Ctrl+O)</translation>
    </message>
    <message>
        <source>All calls</source>
        <translation>Все звонки</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Пропущенные</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Входящие</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Записанные</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>С заметкой</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>За всё время</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Последние 7 дней</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Последние 30 дней</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>От и до</translation>
    </message>
    <message>
        <source>Name, number, note …</source>
        <translation>Имя, номер, заметка …</translation>
    </message>
    <message>
        <source>Search calls</source>
        <translation>Поиск звонков</translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation>Какие звонки</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two days</comment>
        <translation>по</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>записан</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Write these calls to a table (Ctrl+E)</source>
        <translation>Записать эти звонки в таблицу (Ctrl+E)</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Экспортировать нечего.</translation>
    </message>
    <message>
        <source>Blocked from now on.</source>
        <translation>Теперь заблокирован.</translation>
    </message>
    <message>
        <source>Not exported.</source>
        <translation>Не экспортировано.</translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation>Экспорт звонков</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>calls-{day}.csv</source>
        <translation>zvonki-{day}.csv</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Запись в {name}…</translation>
    </message>
    <message numerus="yes">
        <source>{n} call written to {name}</source>
        <comment>{n} calls written to {name}</comment>
        <translation>
            <numerusform>{n} звонок записан в {name}</numerusform>
            <numerusform>{n} звонка записано в {name}</numerusform>
            <numerusform>{n} звонков записано в {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>The call history could not be read, so a new one was begun.</source>
        <translation>Историю звонков не удалось прочесть, поэтому начата новая.</translation>
    </message>
    <message>
        <source>The old file was kept beside it.</source>
        <translation>Старый файл лежит рядом.</translation>
    </message>
    <message>
        <source>A newer Traydial wrote the call history.</source>
        <translation>Историю звонков записал более новый Traydial.</translation>
    </message>
    <message>
        <source>New calls are not added to it; update Traydial.</source>
        <translation>Новые звонки в неё не попадают; обновите Traydial.</translation>
    </message>
    <message>
        <source>The disk is full, so calls are not added to the history.</source>
        <translation>Диск заполнен, поэтому звонки в историю не попадают.</translation>
    </message>
    <message>
        <source>Make room; later calls are added again.</source>
        <translation>Освободите место; дальше звонки снова будут добавляться.</translation>
    </message>
    <message>
        <source>Traydial on another computer uses the call history.</source>
        <translation>Историей звонков пользуется Traydial на другом компьютере.</translation>
    </message>
    <message>
        <source>Calls of this computer are not added to it.</source>
        <translation>Звонки этого компьютера в неё не попадают.</translation>
    </message>
    <message>
        <source>The call history cannot be opened or written.</source>
        <translation>Историю звонков не открыть или не записать.</translation>
    </message>
    <message>
        <source>Look who may write to its folder.</source>
        <translation>Проверьте, кто может писать в её папку.</translation>
    </message>
    <message>
        <source>This call is not in the history any more.</source>
        <translation>Этого звонка в истории больше нет.</translation>
    </message>
    <message>
        <source>Open the history again.</source>
        <translation>Откройте историю ещё раз.</translation>
    </message>
    <message>
        <source>The call history is closed.</source>
        <translation>История звонков закрыта.</translation>
    </message>
    <message>
        <source>Start Traydial again.</source>
        <translation>Запустите Traydial заново.</translation>
    </message>
    <message>
        <source>The calls could not be written to that file.</source>
        <translation>Звонки не удалось записать в этот файл.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Выберите другую папку.</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Номер скрыт</translation>
    </message>
    <message>
        <source>No calls yet. From now on each call is kept here.</source>
        <translation>Звонков пока нет. Теперь здесь сохраняется каждый.</translation>
    </message>
    <message>
        <source>No call is like that.</source>
        <translation>Таких звонков нет.</translation>
    </message>
    <message>
        <source>Whom you block is listed on the page Privacy of the settings.</source>
        <translation>Кого вы заблокировали, видно в настройках на странице «Приватность».</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>own phone not picked up</source>
        <translation>на своём телефоне не подняли трубку</translation>
    </message>
    <message>
        <source>you declined</source>
        <translation>отклонён вами</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Пропущенный звонок</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Входящий звонок</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Исходящий звонок</translation>
    </message>
    <message>
        <source>to {taker}</source>
        <translation>кому: {taker}</translation>
    </message>
    <message>
        <source>taken by {taker}</source>
        <translation>кто ответил: {taker}</translation>
    </message>
    <message>
        <source>Not connected from {since} to {until}</source>
        <translation>Нет соединения с {since} до {until}</translation>
    </message>
    <message numerus="yes">
        <source>{n} call</source>
        <comment>{n} calls</comment>
        <translation>
            <numerusform>{n} звонок</numerusform>
            <numerusform>{n} звонка</numerusform>
            <numerusform>{n} звонков</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete all calls and notes, the star and the digits of {who}? It cannot be undone. What the phone system recorded is not touched.</source>
        <translation>Удалить все звонки и заметки, звёздочку и цифры ({who})? Отменить это нельзя. Записи на самой АТС останутся.</translation>
    </message>
    <message>
        <source>Press the keys here; Backspace for none.</source>
        <translation>Нажмите клавиши здесь; Backspace — никаких.</translation>
    </message>
    <message>
        <source>this call</source>
        <translation>этот звонок</translation>
    </message>
    <message>
        <source>Keypad for {who}</source>
        <translation>Клавиши: {who}</translation>
    </message>
    <message>
        <source>Type, or click the keys</source>
        <translation>Набирайте или щёлкайте по клавишам</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <translation>Задано администратором.</translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} more</source>
        <comment>{names} and {n} more</comment>
        <translation>
            <numerusform>{names} и ещё {n}</numerusform>
            <numerusform>{names} и ещё {n}</numerusform>
            <numerusform>{names} и ещё {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>Set by your administrator, so left as it is: {names}.</source>
        <translation>Задано администратором, поэтому не изменено: {names}.</translation>
    </message>
    <message>
        <source>The settings file is not in order: {lines}.</source>
        <translation>Файл настроек не в порядке: {lines}.</translation>
    </message>
    <message>
        <source>What is wrong was left out; saving here puts the file in order.</source>
        <translation>Неверное пропущено; сохранение здесь приведёт файл в порядок.</translation>
    </message>
    <message>
        <source>What was set for this computer is not in order: {lines}.</source>
        <translation>Заданное для этого компьютера не в порядке: {lines}.</translation>
    </message>
    <message>
        <source>What is wrong was left out. Tell your administrator.</source>
        <translation>Неверное пропущено. Сообщите администратору.</translation>
    </message>
    <message>
        <source>Settings are your own</source>
        <translation>Настройки — ваши собственные</translation>
    </message>
    <message>
        <source>Settings are your own and of {sources}</source>
        <translation>Настройки — ваши и из {sources}</translation>
    </message>
    <message numerus="yes">
        <source>{n} locked</source>
        <comment>{n} locked</comment>
        <translation>
            <numerusform>закреплено: {n}</numerusform>
            <numerusform>закреплено: {n}</numerusform>
            <numerusform>закреплено: {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>none locked</source>
        <translation>ничего не закреплено</translation>
    </message>
    <message>
        <source>All missed calls…</source>
        <translation>Все пропущенные звонки…</translation>
    </message>
    <message>
        <source>A line that they read before they lift</source>
        <translation>Строка, которую прочтут до ответа</translation>
    </message>
    <message>
        <source>Note for who takes the call</source>
        <translation>Заметка для того, кто ответит</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Скопировать подробности</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Имя или номер</translation>
    </message>
    <message>
        <source>holds {count} numbers, Enter lets you choose</source>
        <translation>содержит номеров: {count}, Enter предложит выбрать</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Импорт настроек</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Now: {old}</source>
        <translation>Сейчас: {old}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Импортировано.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>{setting}: {new} (now {old})</source>
        <translation>{setting}: {new} (сейчас {old})</translation>
    </message>
    <message>
        <source>{name} changes nothing.</source>
        <translation>{name} ничего не меняет.</translation>
    </message>
    <message numerus="yes">
        <source>{name} changes one setting.</source>
        <comment>{name} changes {n} settings.</comment>
        <translation>
            <numerusform>{name} меняет {n} настройку.</numerusform>
            <numerusform>{name} меняет {n} настройки.</numerusform>
            <numerusform>{name} меняет {n} настроек.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is signed by your administrator.</source>
        <translation>Файл подписан вашим администратором.</translation>
    </message>
    <message>
        <source>Nobody has signed it. Import it only if you know who sent it.</source>
        <translation>Файл никем не подписан. Импортируйте его, только если знаете, кто его прислал.</translation>
    </message>
    <message>
        <source>Taken from signed files only, so left out: {names}.</source>
        <translation>Берётся только из подписанных файлов, поэтому пропущено: {names}.</translation>
    </message>
    <message>
        <source>Left out: {problem}</source>
        <translation>Пропущено: {problem}</translation>
    </message>
    <message numerus="yes">
        <source>And {n} more that makes no sense.</source>
        <comment>And {n} more that make no sense.</comment>
        <translation>
            <numerusform>И ещё {n} бессмысленная строка.</numerusform>
            <numerusform>И ещё {n} бессмысленные строки.</numerusform>
            <numerusform>И ещё {n} бессмысленных строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Don’t call</source>
        <translation>Не звонить</translation>
    </message>
    <message>
        <source>Call {shown}</source>
        <translation>Позвонить {shown}</translation>
    </message>
    <message>
        <source>Queues · {waiting}</source>
        <translation>Очереди · {waiting}</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Очереди</translation>
    </message>
    <message>
        <source>Pause in all</source>
        <translation>Перерыв во всех</translation>
    </message>
    <message>
        <source>Go on in all</source>
        <translation>Продолжить во всех</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <comment>and {n} more</comment>
        <translation>
            <numerusform>и ещё {n}</numerusform>
            <numerusform>и ещё {n}</numerusform>
            <numerusform>и ещё {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Никто не ждёт</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Go on taking calls</source>
        <translation>Снова принимать звонки</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Перерыв</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>The phone system has you in this queue for good: pause instead.</source>
        <translation>АТС держит вас в этой очереди постоянно: сделайте перерыв.</translation>
    </message>
    <message>
        <source>Without a reason</source>
        <translation>Без причины</translation>
    </message>
    <message>
        <source>Issuer&apos;s file</source>
        <translation>Файл издателя</translation>
    </message>
    <message>
        <source>A file with the certificate of whoever issued the server&apos;s.</source>
        <translation>Файл с сертификатом того, кто выдал сертификат сервера.</translation>
    </message>
    <message>
        <source>Address book (CardDAV)</source>
        <translation>Адресная книга (CardDAV)</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring.</source>
        <translation>Хранится в связке ключей системы.</translation>
    </message>
    <message>
        <source>Company directory (LDAP)</source>
        <translation>Каталог организации (LDAP)</translation>
    </message>
    <message>
        <source>Customer system (web service)</source>
        <translation>Система клиентов (веб-служба)</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>What is sent in that header, such as Bearer and a token. Kept in the system&apos;s keyring.</source>
        <translation>Что посылается в этом заголовке, например Bearer и токен. Хранится в связке ключей системы.</translation>
    </message>
    <message>
        <source>Call records of the phone system (SQL)</source>
        <translation>Записи о звонках на АТС (SQL)</translation>
    </message>
    <message>
        <source>Database (SQL)</source>
        <translation>База данных (SQL)</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>vCard or CSV, one a line; read again when they change.</source>
        <translation>vCard или CSV, по одному в строке; перечитываются при изменении.</translation>
    </message>
    <message>
        <source>Names that the phone system keeps</source>
        <translation>Имена, которые хранит АТС</translation>
    </message>
    <message>
        <source>Where nobody else knows the caller; your account must be allowed to ask.</source>
        <translation>Там, где звонящего больше никто не знает; учётной записи должно быть разрешено спрашивать.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Of one address book; Nextcloud and others show it with its properties.</source>
        <translation>Одной адресной книги; Nextcloud и другие показывают его в её свойствах.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Имя пользователя</translation>
    </message>
    <message>
        <source>as this computer trusts</source>
        <translation>как доверяет этот компьютер</translation>
    </message>
    <message>
        <source>Of an LDAP server or an Active Directory.</source>
        <translation>Сервера LDAP или Active Directory.</translation>
    </message>
    <message>
        <source>Search below</source>
        <translation>Искать в</translation>
    </message>
    <message>
        <source>The branch with the people; ask your admin.</source>
        <translation>Ветвь с людьми; спросите администратора.</translation>
    </message>
    <message>
        <source>Or reader@example.com for Active Directory. Empty asks as nobody.</source>
        <translation>Или reader@example.com для Active Directory. Пусто — без пользователя.</translation>
    </message>
    <message>
        <source>Encrypt addresses with ldap:// too</source>
        <translation>Шифровать и адреса с ldap://</translation>
    </message>
    <message>
        <source>Without it, anybody on the way can read the password.</source>
        <translation>Без этого пароль сможет прочесть любой по пути.</translation>
    </message>
    <message>
        <source>Asked for each caller; answers with JSON. Can hold {e164}, {national}, {number}, {digits}, {tail}.</source>
        <translation>Запрашивается для каждого звонящего; отвечает JSON. Возможны {e164}, {national}, {number}, {digits}, {tail}.</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>По имени</translation>
    </message>
    <message>
        <source>Asked while you type a name. Empty: names are not searched there.</source>
        <translation>Запрашивается, пока вы набираете имя. Пусто: имена там не ищутся.</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Sent with each question.</source>
        <translation>Отправляется с каждым запросом.</translation>
    </message>
    <message>
        <source>Where in the answer the people are, as JMESPath. Empty: the answer is one.</source>
        <translation>Где в ответе люди, в виде JMESPath. Пусто: ответ — один человек.</translation>
    </message>
    <message>
        <source>Of each of them, as are those below.</source>
        <translation>У каждого из них, как и поля ниже.</translation>
    </message>
    <message>
        <source>Empty: whoever is told has the number that was asked for.</source>
        <translation>Пусто: у названного тот номер, о котором спросили.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>A web page about them.</source>
        <translation>Веб-страница о человеке.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>As SQLAlchemy has it, without a password.</source>
        <translation>Как в SQLAlchemy, без пароля.</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>По номеру</translation>
    </message>
    <message>
        <source>Given :e164, :national, :number, :digits and :tail; returns columns called name, company, number, link and ref, as many as there are.</source>
        <translation>Получает :e164, :national, :number, :digits и :tail; возвращает столбцы name, company, number, link и ref, сколько их есть.</translation>
    </message>
    <message>
        <source>Given :text, part of a name. Empty: names are not searched there.</source>
        <translation>Получает :text, часть имени. Пусто: имена там не ищутся.</translation>
    </message>
    <message>
        <source>Calls that came while Traydial was not connected are learnt there.</source>
        <translation>Оттуда узнаются звонки, поступившие, пока Traydial не был подключён.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>as FreePBX has its table cdr</source>
        <translation>как таблица cdr во FreePBX</translation>
    </message>
    <message>
        <source>Given :since, :until and :device; your admin&apos;s guide tells more.</source>
        <translation>Получает :since, :until и :device; подробнее в руководстве администратора.</translation>
    </message>
    <message>
        <source>Traydial settings</source>
        <translation>Настройки Traydial</translation>
    </message>
    <message>
        <source>not stored yet</source>
        <translation>ещё не сохранён</translation>
    </message>
    <message>
        <source>In the file: {why}.</source>
        <translation>В файле: {why}.</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Пароль:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>Есть несохранённые изменения.</translation>
    </message>
    <message>
        <source>Save them, or close again to discard.</source>
        <translation>Сохраните их или закройте ещё раз, чтобы отбросить.</translation>
    </message>
    <message>
        <source>Try a number:</source>
        <translation>Проверить номер:</translation>
    </message>
    <message>
        <source>Try a number</source>
        <translation>Проверить номер</translation>
    </message>
    <message>
        <source>nothing is dialled here</source>
        <translation>здесь ничего не набирается</translation>
    </message>
    <message>
        <source>Dialled as {dial}, an extension.</source>
        <translation>Набирается {dial}, внутренний номер.</translation>
    </message>
    <message>
        <source>Dialled as {dial}.</source>
        <translation>Набирается {dial}.</translation>
    </message>
    <message>
        <source>Phone links in browsers and mail are opened by Traydial.</source>
        <translation>Телефонные ссылки в браузерах и почте открывает Traydial.</translation>
    </message>
    <message>
        <source>Phone links are opened by {name}.</source>
        <translation>Телефонные ссылки открывает {name}.</translation>
    </message>
    <message>
        <source>Phone links are opened by no program yet.</source>
        <translation>Телефонные ссылки пока не открывает ни одна программа.</translation>
    </message>
    <message>
        <source>Leave phone links to others</source>
        <translation>Оставить телефонные ссылки другим</translation>
    </message>
    <message>
        <source>Let Traydial open phone links</source>
        <translation>Открывать телефонные ссылки в Traydial</translation>
    </message>
    <message>
        <source>Traydial starts when you log in.</source>
        <translation>Traydial запускается при входе в систему.</translation>
    </message>
    <message>
        <source>Do not start it by itself</source>
        <translation>Не запускать автоматически</translation>
    </message>
    <message>
        <source>Traydial does not start by itself.</source>
        <translation>Traydial не запускается сам.</translation>
    </message>
    <message>
        <source>Start it when I log in</source>
        <translation>Запускать при входе в систему</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>ever</source>
        <comment>keep calls for ever</comment>
        <translation>всегда</translation>
    </message>
    <message numerus="yes">
        <source>day</source>
        <comment>days</comment>
        <translation>
            <numerusform>день</numerusform>
            <numerusform>дня</numerusform>
            <numerusform>дней</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message numerus="yes">
        <source>second</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>секунда</numerusform>
            <numerusform>секунды</numerusform>
            <numerusform>секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>The issuer&apos;s certificate</source>
        <translation>Сертификат издателя</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Сертификаты (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>type to change it</source>
        <translation>введите, чтобы изменить</translation>
    </message>
    <message>
        <source>used</source>
        <translation>используется</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>не используется</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Of the phone system. Several, with commas between, are tried in order.</source>
        <translation>Адрес АТС. Несколько через запятую пробуются по порядку.</translation>
    </message>
    <message>
        <source>Without it, anybody on the way can listen.</source>
        <translation>Без этого подслушать может любой по пути.</translation>
    </message>
    <message>
        <source>A file with the certificate of whoever issued the phone system&apos;s.</source>
        <translation>Файл с сертификатом того, кто выдал сертификат АТС.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Отпечаток</translation>
    </message>
    <message>
        <source>not needed when the issuer is known</source>
        <translation>не нужен, если издатель известен</translation>
    </message>
    <message>
        <source>Trust exactly the certificate with this SHA-256 fingerprint.</source>
        <translation>Доверять именно сертификату с этим отпечатком SHA-256.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Внутренний номер</translation>
    </message>
    <message>
        <source>Your own number.</source>
        <translation>Ваш собственный номер.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Устройства</translation>
    </message>
    <message>
        <source>those of the extension</source>
        <translation>те, что у внутреннего номера</translation>
    </message>
    <message>
        <source>Like PJSIP/7001, with commas between; the first one there rings when you dial. Empty: wherever your extension is signed in.</source>
        <translation>Вида PJSIP/7001, через запятую; при наборе звонит первое доступное. Пусто: там, где зарегистрирован ваш номер.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Контекст</translation>
    </message>
    <message>
        <source>Which numbers you may call; ask your admin.</source>
        <translation>По каким номерам вам можно звонить; спросите администратора.</translation>
    </message>
    <message>
        <source>When I dial</source>
        <translation>Когда я набираю</translation>
    </message>
    <message>
        <source>The phone may lift by itself, as its maker has it; links then ask first.</source>
        <translation>Телефон может ответить сам, как задумал производитель; ссылки тогда сначала спрашивают.</translation>
    </message>
    <message>
        <source>my phone rings and I pick it up</source>
        <translation>мой телефон звонит, и я поднимаю трубку</translation>
    </message>
    <message>
        <source>it lifts: Snom, Grandstream, Yealink, Cisco</source>
        <translation>он отвечает сам: Snom, Grandstream, Yealink, Cisco</translation>
    </message>
    <message>
        <source>it lifts: Yealink, Fanvil, Mitel, Gigaset</source>
        <translation>он отвечает сам: Yealink, Fanvil, Mitel, Gigaset</translation>
    </message>
    <message>
        <source>it lifts: Poly, Polycom</source>
        <translation>он отвечает сам: Poly, Polycom</translation>
    </message>
    <message>
        <source>it lifts: by RFC 5373</source>
        <translation>он отвечает сам: по RFC 5373</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Голосовая почта</translation>
    </message>
    <message>
        <source>What sends a caller to somebody&apos;s voicemail box; ask your admin.</source>
        <translation>Что отправляет звонящего в чью-то голосовую почту; спросите администратора.</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Конференция</translation>
    </message>
    <message>
        <source>A conference room of your own, to talk with two others.</source>
        <translation>Ваша собственная комната, чтобы говорить с двумя сразу.</translation>
    </message>
    <message>
        <source>Come back after</source>
        <translation>Вернуть через</translation>
    </message>
    <message>
        <source>Where nobody takes a caller so long, your own phone rings for them again.</source>
        <translation>Если звонящему столько времени никто не отвечает, ради него снова звонит ваш телефон.</translation>
    </message>
    <message>
        <source>Notes with callers</source>
        <translation>Заметки к звонкам</translation>
    </message>
    <message>
        <source>A line from whoever hands you a caller, and one that you can send with yours.</source>
        <translation>Строка от того, кто передаёт вам звонок, и строка, которую вы можете послать со своим.</translation>
    </message>
    <message>
        <source>Answer from the screen</source>
        <translation>Отвечать с экрана</translation>
    </message>
    <message>
        <source>Where the phone understands it; most desk phones do, few softphones.</source>
        <translation>Если телефон это понимает; большинство настольных понимает, программных — немногие.</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>Набор</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Two letters; how numbers are written here.</source>
        <translation>Две буквы; как здесь пишут номера.</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>Код города</translation>
    </message>
    <message>
        <source>Of the office, without a zero in front; for numbers that lack theirs.</source>
        <translation>Города офиса, без нуля впереди; для номеров, где его нет.</translation>
    </message>
    <message>
        <source>Outside line</source>
        <translation>Выход в город</translation>
    </message>
    <message>
        <source>Dialled before outside numbers.</source>
        <translation>Набирается перед внешними номерами.</translation>
    </message>
    <message>
        <source>Outside numbers</source>
        <translation>Внешние номера</translation>
    </message>
    <message>
        <source>as they are written</source>
        <translation>как они написаны</translation>
    </message>
    <message>
        <source>as within the country, 030 1234567</source>
        <translation>как внутри страны, 030 1234567</translation>
    </message>
    <message>
        <source>with 00 and the country, 0049 30 1234567</source>
        <translation>с 00 и кодом страны, 0049 30 1234567</translation>
    </message>
    <message>
        <source>with a plus, +49 30 1234567</source>
        <translation>с плюсом, +49 30 1234567</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Внутренние номера</translation>
    </message>
    <message>
        <source>What numbers inside look like, X for any digit. Without it, all of up to five digits are inside.</source>
        <translation>Как выглядят внутренние номера, X — любая цифра. Без этого внутренними считаются номера до пяти цифр.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>One a line, tried in order: what a number looks like -&gt; what is dialled.</source>
        <translation>По одному в строке, пробуются по порядку: как выглядит номер -&gt; что набирать.</translation>
    </message>
    <message>
        <source>Read letters as digits, 1-800-FLOWERS</source>
        <translation>Читать буквы как цифры, 1-800-FLOWERS</translation>
    </message>
    <message>
        <source>Ring my phone for</source>
        <translation>Звонить на мой телефон</translation>
    </message>
    <message>
        <source>Then dialling is given up.</source>
        <translation>Потом набор отменяется.</translation>
    </message>
    <message>
        <source>Links and start</source>
        <translation>Ссылки и запуск</translation>
    </message>
    <message>
        <source>A phone link</source>
        <translation>Телефонная ссылка</translation>
    </message>
    <message>
        <source>dials at once</source>
        <translation>набирает сразу</translation>
    </message>
    <message>
        <source>asks first</source>
        <translation>сначала спрашивает</translation>
    </message>
    <message>
        <source>Always ask before</source>
        <translation>Всегда спрашивать для</translation>
    </message>
    <message>
        <source>Kinds of numbers, and patterns such as 0900X. or +1876X. A number that you type is never asked about.</source>
        <translation>Виды номеров и шаблоны вроде 0900X. или +1876X. О номере, который вы ввели сами, никогда не спрашивает.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Of Traydial, from its next start.</source>
        <translation>Язык самого Traydial, со следующего запуска.</translation>
    </message>
    <message>
        <source>that of this computer</source>
        <translation>как на этом компьютере</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Dial selection</source>
        <translation>Набрать выделенное</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Calls the number that is selected in any window.</source>
        <translation>Звонит по номеру, выделенному в любом окне.</translation>
    </message>
    <message>
        <source>Dial box</source>
        <translation>Строка набора</translation>
    </message>
    <message>
        <source>Opens a line to type a name or number.</source>
        <translation>Открывает строку для имени или номера.</translation>
    </message>
    <message>
        <source>Answer, hang up</source>
        <translation>Ответить, положить трубку</translation>
    </message>
    <message>
        <source>Ends the call; answers one that rings, or shows who is calling.</source>
        <translation>Завершает разговор; отвечает на звонок или показывает, кто звонит.</translation>
    </message>
    <message>
        <source>Customer page</source>
        <translation>Страница клиента</translation>
    </message>
    <message>
        <source>Opens the page of whom you talk to, or who rings.</source>
        <translation>Открывает страницу того, с кем вы говорите или кто звонит.</translation>
    </message>
    <message>
        <source>Offer to call numbers that I copy</source>
        <translation>Предлагать позвонить по скопированным номерам</translation>
    </message>
    <message>
        <source>It asks; nothing is dialled by copying.</source>
        <translation>Он спрашивает; от копирования ничего не набирается.</translation>
    </message>
    <message>
        <source>Calls are recorded</source>
        <translation>Звонки записываются</translation>
    </message>
    <message>
        <source>when I click Record</source>
        <translation>когда я нажму «Записать»</translation>
    </message>
    <message>
        <source>always, and to their end</source>
        <translation>всегда и до конца</translation>
    </message>
    <message>
        <source>After a transfer</source>
        <translation>После передачи</translation>
    </message>
    <message>
        <source>the recording ends</source>
        <translation>запись заканчивается</translation>
    </message>
    <message>
        <source>it goes on, with the other party</source>
        <translation>она продолжается, с собеседником</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>Объявление</translation>
    </message>
    <message>
        <source>An extension that both hear before a recording starts, say “This call is being recorded”.</source>
        <translation>Внутренний номер, который слышат оба до начала записи, например «Разговор записывается».</translation>
    </message>
    <message>
        <source>Ask before</source>
        <translation>Сначала спросить</translation>
    </message>
    <message>
        <source>What you are reminded to ask before each recording that you start.</source>
        <translation>О чём вам напомнят спросить перед каждой записью, которую вы начинаете.</translation>
    </message>
    <message>
        <source>Recording key</source>
        <translation>Клавиша записи</translation>
    </message>
    <message>
        <source>Of the phone system, like *3; for accounts that may not record otherwise.</source>
        <translation>Самой АТС, например *3; для учётных записей, которым иначе записывать нельзя.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Имя файла</translation>
    </message>
    <message>
        <source>On the phone system, which keeps the files. Can hold {date}, {time}, {number}, {direction}, {extension}.</source>
        <translation>На АТС, где хранятся файлы. Возможны {date}, {time}, {number}, {direction}, {extension}.</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>Переадресация</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Где хранится</translation>
    </message>
    <message>
        <source>Where the phone system keeps do not disturb and forwarding; ask your admin.</source>
        <translation>Где АТС хранит «Не беспокоить» и переадресацию; спросите администратора.</translation>
    </message>
    <message>
        <source>as FreePBX does, if it is one</source>
        <translation>как во FreePBX, если это она</translation>
    </message>
    <message>
        <source>as FreePBX does</source>
        <translation>как во FreePBX</translation>
    </message>
    <message>
        <source>as older examples do: DND, CFIM, CFBS, CFNA</source>
        <translation>как в старых примерах: DND, CFIM, CFBS, CFNA</translation>
    </message>
    <message>
        <source>only where the fields below say</source>
        <translation>только там, где указано ниже</translation>
    </message>
    <message>
        <source>nowhere: offer neither</source>
        <translation>нигде: не предлагать</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>Все звонки</translation>
    </message>
    <message>
        <source>When busy</source>
        <translation>Когда занято</translation>
    </message>
    <message>
        <source>When not answered</source>
        <translation>Когда нет ответа</translation>
    </message>
    <message>
        <source>Entries of the phone system&apos;s database; empty is as chosen above.</source>
        <translation>Записи базы данных АТС; пусто — как выбрано выше.</translation>
    </message>
    <message>
        <source>Means on</source>
        <translation>Значит «включено»</translation>
    </message>
    <message>
        <source>What is written for do not disturb.</source>
        <translation>Что пишется для «Не беспокоить».</translation>
    </message>
    <message>
        <source>Lamps</source>
        <translation>Лампы</translation>
    </message>
    <message>
        <source>Forwarding lamps</source>
        <translation>Лампы переадресации</translation>
    </message>
    <message>
        <source>States that lamps of phones follow, with commas between.</source>
        <translation>Состояния, за которыми следят лампы телефонов, через запятую.</translation>
    </message>
    <message>
        <source>Use codes where I may not write there</source>
        <translation>Использовать коды там, где мне нельзя писать</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Коды</translation>
    </message>
    <message>
        <source>On and off: do not disturb, all calls, when busy, when not answered. Used where your account may not write entries.</source>
        <translation>Включить и выключить: «Не беспокоить», все звонки, когда занято, когда нет ответа. Нужны там, где учётной записи нельзя менять записи.</translation>
    </message>
    <message>
        <source>My queues</source>
        <translation>Мои очереди</translation>
    </message>
    <message>
        <source>where I am a member</source>
        <translation>в которых я состою</translation>
    </message>
    <message>
        <source>As the phone system names them, with commas between; 400 = Sales gives one a name.</source>
        <translation>Как их называет АТС, через запятую; 400 = Продажи даёт очереди имя.</translation>
    </message>
    <message>
        <source>Reasons to pause</source>
        <translation>Причины перерыва</translation>
    </message>
    <message>
        <source>Offered when you pause; supervisors see them.</source>
        <translation>Предлагаются, когда вы делаете перерыв; их видят руководители.</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>Звонит</translation>
    </message>
    <message>
        <source>the phone itself</source>
        <translation>сам телефон</translation>
    </message>
    <message>
        <source>Where the queue rings something else, say Local/{extension}@from-queue/n; ask your admin.</source>
        <translation>Если очередь вызывает что-то другое, например Local/{extension}@from-queue/n; спросите администратора.</translation>
    </message>
    <message>
        <source>Opened for whoever has no page of their own. {e164}, {national}, {digits}, {name} and {company} stand for the caller.</source>
        <translation>Открывается для тех, у кого нет своей страницы. {e164}, {national}, {digits}, {name} и {company} — данные звонящего.</translation>
    </message>
    <message>
        <source>It opens</source>
        <translation>Открывается</translation>
    </message>
    <message>
        <source>when I click its button</source>
        <translation>когда я нажму её кнопку</translation>
    </message>
    <message>
        <source>when somebody calls</source>
        <translation>когда кто-то звонит</translation>
    </message>
    <message>
        <source>when I answer</source>
        <translation>когда я отвечаю</translation>
    </message>
    <message>
        <source>Also for numbers that no contact has</source>
        <translation>И для номеров, которых нет в контактах</translation>
    </message>
    <message>
        <source>Also when I call</source>
        <translation>И когда звоню я</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>По источнику</translation>
    </message>
    <message>
        <source>Another address for contacts of one source, one a line: files, carddav, ldap, database, crm or pbx. A link of the contact&apos;s own comes first.</source>
        <translation>Другой адрес для контактов одного источника, по одному в строке: files, carddav, ldap, database, crm или pbx. Собственная ссылка контакта важнее.</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Начинается с</translation>
    </message>
    <message>
        <source>Other addresses are never opened, whoever sends them.</source>
        <translation>Другие адреса никогда не открываются, кто бы их ни прислал.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Started for a call: one argument a line, no shell. {event} is ring, answer or end, {link} the page.</source>
        <translation>Запускается для звонка: по одному аргументу в строке, без оболочки. {event} — ring, answer или end, {link} — страница.</translation>
    </message>
    <message>
        <source>It starts</source>
        <translation>Запускается</translation>
    </message>
    <message>
        <source>when a call is over</source>
        <translation>когда разговор окончен</translation>
    </message>
    <message>
        <source>each of these times</source>
        <translation>в каждом из этих случаев</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Pair my phone</source>
        <translation>Найти мой телефон</translation>
    </message>
    <message>
        <source>Traydial shows a number; dial it on your phone, and the fields below are filled in.</source>
        <translation>Traydial покажет номер; наберите его на своём телефоне, и поля ниже заполнятся.</translation>
    </message>
    <message>
        <source>Use this phone</source>
        <translation>Использовать</translation>
    </message>
    <message>
        <source>Add it to mine</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Not mine</source>
        <translation>Не мой</translation>
    </message>
    <message>
        <source>The fields below are those of this phone now. Save to keep them.</source>
        <translation>Поля ниже теперь от этого телефона. Сохраните, чтобы оставить их.</translation>
    </message>
    <message>
        <source>This phone is one of yours now. Save to keep it.</source>
        <translation>Этот телефон теперь один из ваших. Сохраните, чтобы оставить его.</translation>
    </message>
    <message>
        <source>Dial {digits}</source>
        <translation>Наберите {digits}</translation>
    </message>
    <message>
        <source>of a customer</source>
        <translation>клиента</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>There is no page for that.</source>
        <translation>Для этого нет страницы.</translation>
    </message>
    <message>
        <source>Type a number first.</source>
        <translation>Сначала введите номер.</translation>
    </message>
    <message>
        <source>Opens {page}</source>
        <translation>Откроет {page}</translation>
    </message>
    <message>
        <source>Opens nothing.</source>
        <translation>Ничего не откроет.</translation>
    </message>
    <message>
        <source>Starts {command}</source>
        <translation>Запустит {command}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Приватность</translation>
    </message>
    <message>
        <source>Keep a history of my calls</source>
        <translation>Хранить историю моих звонков</translation>
    </message>
    <message>
        <source>Without it calls are remembered until Traydial ends. What was kept stays.</source>
        <translation>Без этого звонки помнятся, пока Traydial не закроют. Уже сохранённое остаётся.</translation>
    </message>
    <message>
        <source>Keep calls for</source>
        <translation>Хранить звонки</translation>
    </message>
    <message>
        <source>Then they are deleted with their notes.</source>
        <translation>Потом они удаляются вместе с заметками.</translation>
    </message>
    <message>
        <source>Blocked callers</source>
        <translation>Заблокированные</translation>
    </message>
    <message>
        <source>One a line; +4930* is all that begin so. Whom you called may call back all the same.</source>
        <translation>По одному в строке; +4930* — все, что так начинаются. Кому вы звонили, тот всё равно может перезвонить.</translation>
    </message>
    <message>
        <source>They are</source>
        <translation>Их звонки</translation>
    </message>
    <message>
        <source>not shown; the phone may ring</source>
        <translation>не показываются; телефон может звонить</translation>
    </message>
    <message>
        <source>sent to the extension below</source>
        <translation>отправляются на номер ниже</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Отправлять на</translation>
    </message>
    <message>
        <source>Your voicemail box, or an announcement.</source>
        <translation>Ваша голосовая почта или объявление.</translation>
    </message>
    <message>
        <source>Hide numbers in the log</source>
        <translation>Скрывать номера в журнале</translation>
    </message>
    <message>
        <source>Of each number the last two digits stay, so that a call can be followed.</source>
        <translation>От каждого номера остаются две последние цифры, чтобы можно было проследить звонок.</translation>
    </message>
    <message>
        <source>Try a caller:</source>
        <translation>Проверить звонящего:</translation>
    </message>
    <message>
        <source>Try a number or name</source>
        <translation>Проверить номер или имя</translation>
    </message>
    <message>
        <source>a number or a name</source>
        <translation>номер или имя</translation>
    </message>
    <message>
        <source>Type whom to look for.</source>
        <translation>Введите, кого искать.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Запрос…</translation>
    </message>
    <message>
        <source>No source is set up yet.</source>
        <translation>Ни один источник пока не настроен.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Knows nobody.</source>
        <translation>Никого не знает.</translation>
    </message>
    <message>
        <source>Is asked for numbers alone.</source>
        <translation>Спрашивают только по номерам.</translation>
    </message>
    <message>
        <source>Probably {named}: the last digits agree.</source>
        <translation>Вероятно, {named}: совпадают последние цифры.</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Проверить соединение</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Идёт проверка…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Проверить ещё раз</translation>
    </message>
    <message>
        <source>Forward calls…</source>
        <translation>Переадресация…</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>избранное</translation>
    </message>
    <message>
        <source>Who fits</source>
        <translation>Кто подходит</translation>
    </message>
    <message>
        <source>{time} s</source>
        <translation>{time} с</translation>
    </message>
    <message>
        <source>{time} min</source>
        <translation>{time} мин</translation>
    </message>
    <message>
        <source>{time} h</source>
        <translation>{time} ч</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>Transfer {who} to</source>
        <translation>Передать ({who}) на</translation>
    </message>
    <message>
        <source>Divert {who} to</source>
        <translation>Перенаправить ({who}) на</translation>
    </message>
    <message>
        <source>Choose somebody first.</source>
        <translation>Сначала выберите кого-нибудь.</translation>
    </message>
    <message>
        <source>Transfer now</source>
        <translation>Передать сейчас</translation>
    </message>
    <message>
        <source>Divert</source>
        <translation>Перенаправить</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Сначала спросить</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Enter transfers to {who}</source>
        <translation>Enter — передать: {who}</translation>
    </message>
    <message>
        <source>Enter diverts to {who}</source>
        <translation>Enter — перенаправить: {who}</translation>
    </message>
    <message>
        <source>Enter transfers now</source>
        <translation>Enter — передать сейчас</translation>
    </message>
    <message>
        <source>Enter diverts</source>
        <translation>Enter — перенаправить</translation>
    </message>
    <message>
        <source>{first}, Ctrl+Enter asks first</source>
        <translation>{first}, Ctrl+Enter — сначала спросить</translation>
    </message>
    <message>
        <source>{first}, Esc closes</source>
        <translation>{first}, Esc — закрыть</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Попробовать сейчас</translation>
    </message>
    <message>
        <source>Set up Traydial…</source>
        <translation>Настроить Traydial…</translation>
    </message>
    <message>
        <source>Dial…</source>
        <translation>Набрать…</translation>
    </message>
    <message>
        <source>Dial clipboard</source>
        <translation>Набрать из буфера обмена</translation>
    </message>
    <message>
        <source>Call history…</source>
        <translation>История звонков…</translation>
    </message>
    <message>
        <source>Check the connection…</source>
        <translation>Проверка соединения…</translation>
    </message>
    <message>
        <source>Save what just happened</source>
        <translation>Сохранить последние события</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message numerus="yes">
        <source>Parked ({n})</source>
        <comment>Parked ({n})</comment>
        <translation>
            <numerusform>На парковке ({n})</numerusform>
            <numerusform>На парковке ({n})</numerusform>
            <numerusform>На парковке ({n})</numerusform>
        </translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Звонков пока нет</translation>
    </message>
    <message>
        <source>Next try at {time}</source>
        <translation>Следующая попытка в {time}</translation>
    </message>
    <message numerus="yes">
        <source>{n} missed call</source>
        <comment>{n} missed calls</comment>
        <translation>
            <numerusform>{n} пропущенный звонок</numerusform>
            <numerusform>{n} пропущенных звонка</numerusform>
            <numerusform>{n} пропущенных звонков</numerusform>
        </translation>
    </message>
    <message>
        <source>This desktop shows no tray icons, so Traydial is here. It may be minimised: calls come up all the same.</source>
        <translation>Эта рабочая среда не показывает значков, поэтому Traydial здесь. Окно можно свернуть: звонки всё равно появятся.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>All that the tray icon would offer</source>
        <translation>Всё, что предложил бы значок в области уведомлений</translation>
    </message>
    <message>
        <source>The phone system vouches for itself only.</source>
        <translation>АТС ручается только сама за себя.</translation>
    </message>
    <message>
        <source>Compare its fingerprint with your administrator&apos;s, then trust this certificate.</source>
        <translation>Сравните отпечаток с тем, что у администратора, затем доверьтесь этому сертификату.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate was issued by somebody this computer does not know.</source>
        <translation>Сертификат АТС выдан тем, кого этот компьютер не знает.</translation>
    </message>
    <message>
        <source>Ask your administrator for the issuer&apos;s file, or trust this very certificate.</source>
        <translation>Попросите у администратора файл издателя или доверьтесь именно этому сертификату.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate is for another name.</source>
        <translation>Сертификат АТС выдан на другое имя.</translation>
    </message>
    <message>
        <source>Use the name in the certificate as the address, or trust this very certificate.</source>
        <translation>Укажите адресом имя из сертификата или доверьтесь именно этому сертификату.</translation>
    </message>
    <message>
        <source>Your administrator has to renew it.</source>
        <translation>Администратор должен его обновить.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate is not valid yet.</source>
        <translation>Сертификат АТС ещё не действует.</translation>
    </message>
    <message>
        <source>Check the date of this computer; otherwise ask your administrator.</source>
        <translation>Проверьте дату на этом компьютере; иначе обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The issuer of the phone system&apos;s certificate was not made the way issuers must be.</source>
        <translation>Издатель сертификата АТС сделан не так, как положено издателям.</translation>
    </message>
    <message>
        <source>Trust this very certificate by its fingerprint instead.</source>
        <translation>Лучше доверьтесь именно этому сертификату по отпечатку.</translation>
    </message>
    <message>
        <source>The phone system shows another certificate than the one you trust.</source>
        <translation>АТС предъявляет не тот сертификат, которому вы доверяете.</translation>
    </message>
    <message>
        <source>If your administrator has renewed it, trust the new one; otherwise do not connect.</source>
        <translation>Если администратор обновил его, доверьтесь новому; иначе не подключайтесь.</translation>
    </message>
    <message>
        <source>The file with the issuer&apos;s certificate cannot be used.</source>
        <translation>Файл с сертификатом издателя нельзя использовать.</translation>
    </message>
    <message>
        <source>Check the file in the settings.</source>
        <translation>Проверьте файл в настройках.</translation>
    </message>
    <message>
        <source>The phone system&apos;s certificate was not accepted.</source>
        <translation>Сертификат АТС не принят.</translation>
    </message>
    <message>
        <source>Ask your administrator, and show the detail.</source>
        <translation>Обратитесь к администратору и покажите подробности.</translation>
    </message>
    <message>
        <source>The phone system answers, but not over a secure connection.</source>
        <translation>АТС отвечает, но не по защищённому соединению.</translation>
    </message>
    <message>
        <source>Check address and port; secure connections usually use port 5039.</source>
        <translation>Проверьте адрес и порт; защищённые соединения обычно на порту 5039.</translation>
    </message>
    <message>
        <source>The phone system cannot be reached.</source>
        <translation>АТС недоступна.</translation>
    </message>
    <message>
        <source>Check the address and your network; Traydial keeps trying.</source>
        <translation>Проверьте адрес и сеть; Traydial продолжает попытки.</translation>
    </message>
    <message>
        <source>What answers there is not an Asterisk phone system.</source>
        <translation>То, что там отвечает, — не АТС Asterisk.</translation>
    </message>
    <message>
        <source>Check address and port.</source>
        <translation>Проверьте адрес и порт.</translation>
    </message>
    <message>
        <source>The phone system did not answer in time.</source>
        <translation>АТС не ответила вовремя.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell your administrator.</source>
        <translation>Попробуйте ещё раз; если повторится, сообщите администратору.</translation>
    </message>
    <message>
        <source>The connection to the phone system was lost.</source>
        <translation>Соединение с АТС потеряно.</translation>
    </message>
    <message>
        <source>Traydial reconnects by itself.</source>
        <translation>Traydial подключится сам.</translation>
    </message>
    <message>
        <source>Traydial keeps trying.</source>
        <translation>Traydial продолжает попытки.</translation>
    </message>
    <message>
        <source>No password is stored.</source>
        <translation>Пароль не сохранён.</translation>
    </message>
    <message>
        <source>Enter it in the settings.</source>
        <translation>Введите его в настройках.</translation>
    </message>
    <message>
        <source>The phone system refused user name or password.</source>
        <translation>АТС отвергла имя пользователя или пароль.</translation>
    </message>
    <message>
        <source>Check both in the settings; Traydial does not try again by itself.</source>
        <translation>Проверьте их в настройках; сам Traydial больше не пробует.</translation>
    </message>
    <message>
        <source>These settings are not taken.</source>
        <translation>Эти настройки не приняты.</translation>
    </message>
    <message>
        <source>Ask whoever sent you the file.</source>
        <translation>Спросите того, кто прислал вам файл.</translation>
    </message>
    <message>
        <source>Your administrator has set this on this computer.</source>
        <translation>Это задал администратор этого компьютера.</translation>
    </message>
    <message>
        <source>It can be changed by them alone.</source>
        <translation>Изменить это может только он.</translation>
    </message>
    <message>
        <source>The settings are not complete.</source>
        <translation>Настройки заполнены не полностью.</translation>
    </message>
    <message>
        <source>Open the settings and fill them in.</source>
        <translation>Откройте настройки и заполните их.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring cannot be used.</source>
        <translation>Связкой ключей этого компьютера нельзя пользоваться.</translation>
    </message>
    <message>
        <source>The password is kept for this run only.</source>
        <translation>Пароль помнится только до закрытия программы.</translation>
    </message>
    <message>
        <source>That cannot be sent to the phone system.</source>
        <translation>Это нельзя отправить на АТС.</translation>
    </message>
    <message>
        <source>Check what was typed.</source>
        <translation>Проверьте, что введено.</translation>
    </message>
    <message>
        <source>There is no number to dial in that.</source>
        <translation>Здесь нет номера, который можно набрать.</translation>
    </message>
    <message>
        <source>Type a phone number.</source>
        <translation>Введите номер телефона.</translation>
    </message>
    <message>
        <source>Your own phone is not connected to the phone system.</source>
        <translation>Ваш телефон не подключён к АТС.</translation>
    </message>
    <message>
        <source>Check that it is switched on and signed in, then try again.</source>
        <translation>Проверьте, что он включён и зарегистрирован, и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The phone system does not say which phone is yours.</source>
        <translation>АТС не сообщает, какой телефон ваш.</translation>
    </message>
    <message>
        <source>Pair your phone in the settings, on the page Phone.</source>
        <translation>Найдите свой телефон в настройках, на странице «Телефон».</translation>
    </message>
    <message>
        <source>The phone system does not know that number.</source>
        <translation>АТС не знает такого номера.</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>Проверьте номер.</translation>
    </message>
    <message>
        <source>That number has no voicemail box.</source>
        <translation>У этого номера нет голосовой почты.</translation>
    </message>
    <message>
        <source>Choose somebody else, or transfer now.</source>
        <translation>Выберите кого-то другого или передайте сразу.</translation>
    </message>
    <message>
        <source>No phone was seen to dial that.</source>
        <translation>Не видно, чтобы какой-то телефон это набрал.</translation>
    </message>
    <message>
        <source>Try again; if it was dialled, your account may not see the calls of that phone: ask your administrator.</source>
        <translation>Попробуйте ещё раз; если номер набрали, ваша учётная запись, возможно, не видит звонков этого телефона: обратитесь к администратору.</translation>
    </message>
    <message>
        <source>That call is over.</source>
        <translation>Этот звонок уже окончен.</translation>
    </message>
    <message>
        <source>Nobody is connected to this call.</source>
        <translation>В этом звонке никого нет на линии.</translation>
    </message>
    <message>
        <source>That works once the call is answered.</source>
        <translation>Это работает после ответа на звонок.</translation>
    </message>
    <message>
        <source>Calls cannot be forwarded to your own number.</source>
        <translation>На собственный номер переадресовать нельзя.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Выберите другой.</translation>
    </message>
    <message>
        <source>That number forwards its own calls to you, so nobody would ever be reached.</source>
        <translation>Этот номер сам переадресует звонки вам, так никто никому не дозвонится.</translation>
    </message>
    <message>
        <source>Choose another number.</source>
        <translation>Выберите другой номер.</translation>
    </message>
    <message>
        <source>This phone system offers no such setting, as far as Traydial knows.</source>
        <translation>Насколько известно Traydial, в этой АТС такой настройки нет.</translation>
    </message>
    <message>
        <source>The settings tell where the phone system keeps it; ask your administrator.</source>
        <translation>В настройках указано, где АТС это хранит; обратитесь к администратору.</translation>
    </message>
    <message>
        <source>The phone system has you in this queue for good.</source>
        <translation>АТС держит вас в этой очереди постоянно.</translation>
    </message>
    <message>
        <source>Pause instead; only your administrator can take you out.</source>
        <translation>Сделайте перерыв; убрать вас оттуда может только администратор.</translation>
    </message>
    <message>
        <source>You are not in that queue any more, or it is gone.</source>
        <translation>Вас больше нет в этой очереди, или её самой нет.</translation>
    </message>
    <message>
        <source>Look at your queues again.</source>
        <translation>Посмотрите свои очереди ещё раз.</translation>
    </message>
    <message>
        <source>The phone system itself records this call, and Traydial leaves that alone.</source>
        <translation>Этот звонок записывает сама АТС, и Traydial это не трогает.</translation>
    </message>
    <message>
        <source>No page is known for this number.</source>
        <translation>Для этого номера страница неизвестна.</translation>
    </message>
    <message>
        <source>The settings say which page is opened.</source>
        <translation>Какая страница открывается, сказано в настройках.</translation>
    </message>
    <message>
        <source>No program shows this file.</source>
        <translation>Ни одна программа не показывает этот файл.</translation>
    </message>
    <message>
        <source>It is where it was saved.</source>
        <translation>Он там, где был сохранён.</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>Файл не удалось сохранить.</translation>
    </message>
    <message>
        <source>Make sure that there is room, and that you may write there.</source>
        <translation>Проверьте, что есть место и что вам можно туда писать.</translation>
    </message>
    <message>
        <source>A page or program for a call could not be opened.</source>
        <translation>Страницу или программу для звонка не удалось открыть.</translation>
    </message>
    <message>
        <source>Look at Customer page in the settings.</source>
        <translation>Посмотрите «Страница клиента» в настройках.</translation>
    </message>
    <message>
        <source>The contacts could not be asked.</source>
        <translation>Контакты не удалось запросить.</translation>
    </message>
    <message>
        <source>Look at the contacts in the settings.</source>
        <translation>Посмотрите контакты в настройках.</translation>
    </message>
    <message>
        <source>They are talking.</source>
        <translation>Там разговаривают.</translation>
    </message>
    <message>
        <source>Once more transfers anyway.</source>
        <translation>Ещё раз — передать всё равно.</translation>
    </message>
    <message>
        <source>Their phone cannot be reached.</source>
        <translation>Телефон там недоступен.</translation>
    </message>
    <message>
        <source>Your phone does not listen to this computer.</source>
        <translation>Ваш телефон не слушается этого компьютера.</translation>
    </message>
    <message>
        <source>Pick it up, or press its own key.</source>
        <translation>Поднимите трубку или нажмите его собственную клавишу.</translation>
    </message>
    <message>
        <source>The phone system did not take its recording key.</source>
        <translation>АТС не приняла свою клавишу записи.</translation>
    </message>
    <message>
        <source>Ask your administrator to check it; the other party may have heard it.</source>
        <translation>Попросите администратора проверить её; собеседник мог её услышать.</translation>
    </message>
    <message>
        <source>It could not be said that this call would be recorded.</source>
        <translation>Не удалось объявить, что звонок будет записан.</translation>
    </message>
    <message>
        <source>So it is not recorded. Ask your administrator to check the announcement.</source>
        <translation>Поэтому он не записывается. Попросите администратора проверить объявление.</translation>
    </message>
    <message>
        <source>Calls are not recorded here.</source>
        <translation>Звонки здесь не записываются.</translation>
    </message>
    <message>
        <source>All calls are recorded to their end.</source>
        <translation>Все звонки записываются до конца.</translation>
    </message>
    <message>
        <source>You can pause the recording.</source>
        <translation>Запись можно приостановить.</translation>
    </message>
    <message>
        <source>The phone system could not do that.</source>
        <translation>АТС не смогла этого сделать.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Не получилось.</translation>
    </message>
    <message>
        <source>Copy the number, then choose Dial clipboard.</source>
        <translation>Скопируйте номер, затем выберите «Набрать из буфера обмена».</translation>
    </message>
    <message>
        <source>The program with the selected text does not answer.</source>
        <translation>Программа с выделенным текстом не отвечает.</translation>
    </message>
    <message>
        <source>In a terminal, text cannot be copied from outside.</source>
        <translation>В терминале текст нельзя скопировать извне.</translation>
    </message>
    <message>
        <source>That window belongs to an administrator, and nothing can be copied from it.</source>
        <translation>Это окно принадлежит администратору, из него ничего не скопировать.</translation>
    </message>
    <message>
        <source>What is selected could not be read.</source>
        <translation>Выделенное не удалось прочитать.</translation>
    </message>
    <message>
        <source>its fingerprint is {fingerprint}</source>
        <translation>его отпечаток {fingerprint}</translation>
    </message>
    <message>
        <source>Your account may not do that.</source>
        <translation>Вашей учётной записи это нельзя.</translation>
    </message>
    <message>
        <source>Ask your administrator to allow it.</source>
        <translation>Попросите администратора разрешить это.</translation>
    </message>
    <message>
        <source>{who} is talking.</source>
        <translation>{who} разговаривает.</translation>
    </message>
    <message>
        <source>{who} cannot be reached.</source>
        <translation>{who} недоступен.</translation>
    </message>
    <message>
        <source>Press Enter or click again to transfer anyway.</source>
        <translation>Нажмите Enter или щёлкните ещё раз, чтобы всё равно передать.</translation>
    </message>
    <message>
        <source>{name} is not taken: {reason}.</source>
        <translation>{name} не принят: {reason}.</translation>
    </message>
    <message>
        <source>This call has to be recorded, and is not.</source>
        <translation>Этот звонок должен записываться, но не записывается.</translation>
    </message>
    <message>
        <source>Something went wrong in Traydial.</source>
        <translation>В Traydial что-то пошло не так.</translation>
    </message>
    <message>
        <source>Try again; the log has the details.</source>
        <translation>Попробуйте ещё раз; подробности в журнале.</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Разговор окончен</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Передан</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Припаркован</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>Ответили в другом месте</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Отклонён</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Занято</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Недоступен</translation>
    </message>
    <message>
        <source>The call was refused</source>
        <translation>Звонок отвергнут</translation>
    </message>
    <message>
        <source>You did not pick up your phone</source>
        <translation>Вы не подняли трубку</translation>
    </message>
    <message>
        <source>Your phone declined the call</source>
        <translation>Ваш телефон отклонил звонок</translation>
    </message>
    <message>
        <source>Your own phone cannot be reached</source>
        <translation>Ваш телефон недоступен</translation>
    </message>
    <message>
        <source>The connection to the phone system was lost</source>
        <translation>Соединение с АТС потеряно</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Передан дальше</translation>
    </message>
    <message>
        <source>{who} took it</source>
        <translation>Ответ: {who}</translation>
    </message>
    <message>
        <source>Somebody else took it</source>
        <translation>Ответил кто-то другой</translation>
    </message>
    <message>
        <source>Hung up before {who} answered</source>
        <translation>Трубку положили раньше ответа ({who})</translation>
    </message>
    <message>
        <source>Whether {who} took it is not known</source>
        <translation>Ответили ли ({who}), неизвестно</translation>
    </message>
    <message>
        <source>{who} is busy</source>
        <translation>{who}: занято</translation>
    </message>
    <message>
        <source>{who} declined</source>
        <translation>{who}: отклонено</translation>
    </message>
    <message>
        <source>{who} did not answer</source>
        <translation>{who}: нет ответа</translation>
    </message>
    <message>
        <source>{who} did not take it</source>
        <translation>{who}: звонок не принят</translation>
    </message>
    <message>
        <source>Fetched back</source>
        <translation>Возвращён</translation>
    </message>
    <message>
        <source>Given to {who}; not connected</source>
        <translation>Передан: {who}; нет соединения</translation>
    </message>
    <message>
        <source>Came back from parking space {space}</source>
        <translation>Вернулся с парковки, место {space}</translation>
    </message>
    <message>
        <source>Came back from parking</source>
        <translation>Вернулся с парковки</translation>
    </message>
    <message>
        <source>Came back from {who}, pick up your phone</source>
        <translation>Вернулся ({who}), поднимите трубку</translation>
    </message>
    <message>
        <source>Answered by a colleague</source>
        <translation>Ответил коллега</translation>
    </message>
    <message>
        <source>{told} after {span}</source>
        <translation>{told} через {span}</translation>
    </message>
    <message>
        <source>Your phone is ringing, pick it up</source>
        <translation>Ваш телефон звонит, поднимите трубку</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Вызов</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Разговор</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>На удержании</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>готов</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>подключение</translation>
    </message>
    <message>
        <source>the phone system is starting</source>
        <translation>АТС запускается</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>не настроено</translation>
    </message>
    <message>
        <source>not connected since {time}</source>
        <translation>нет соединения с {time}</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>нет соединения</translation>
    </message>
    <message>
        <source>Not connected to the phone system.</source>
        <translation>Нет соединения с АТС.</translation>
    </message>
    <message>
        <source>Your account may not record. Your administrator can allow it (write = system), or set up a key of the phone system for it.</source>
        <translation>Вашей учётной записи нельзя записывать. Администратор может разрешить это (write = system) или настроить для этого клавишу АТС.</translation>
    </message>
    <message>
        <source>Your account may not {do}.</source>
        <translation>Вашей учётной записи нельзя: {do}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} link wants to call. Call it?</source>
        <comment>{n} links want to call at the same time. Call one of them?</comment>
        <translation>
            <numerusform>{n} ссылка хочет позвонить. Позвонить?</numerusform>
            <numerusform>{n} ссылки хотят позвонить одновременно. Позвонить по одной из них?</numerusform>
            <numerusform>{n} ссылок хотят позвонить одновременно. Позвонить по одной из них?</numerusform>
        </translation>
    </message>
    <message>
        <source>These links were opened while the screen was locked. Call one of them?</source>
        <translation>Эти ссылки открыты при заблокированном экране. Позвонить по одной из них?</translation>
    </message>
    <message>
        <source>Call one of the numbers that were copied?</source>
        <translation>Позвонить по одному из скопированных номеров?</translation>
    </message>
    <message>
        <source>There is more than one number. Which one do you want to call?</source>
        <translation>Номеров несколько. По какому позвонить?</translation>
    </message>
    <message>
        <source>Another link wants to call. Call this number too?</source>
        <translation>Ещё одна ссылка хочет позвонить. Позвонить и по этому номеру?</translation>
    </message>
    <message>
        <source>A link wants to call this number. Call it?</source>
        <translation>Ссылка хочет позвонить по этому номеру. Позвонить?</translation>
    </message>
    <message>
        <source>This number is abroad. Call it?</source>
        <translation>Этот номер за границей. Позвонить?</translation>
    </message>
    <message>
        <source>Calls to this number cost extra. Call it?</source>
        <translation>Звонки на этот номер платные. Позвонить?</translation>
    </message>
    <message>
        <source>This is an emergency number. Call it?</source>
        <translation>Это номер экстренной службы. Позвонить?</translation>
    </message>
    <message>
        <source>Your settings ask before calling this number. Call it?</source>
        <translation>Ваши настройки спрашивают перед этим номером. Позвонить?</translation>
    </message>
    <message>
        <source>This link was opened while the screen was locked. Call the number?</source>
        <translation>Эта ссылка открыта при заблокированном экране. Позвонить по номеру?</translation>
    </message>
    <message>
        <source>Call the number that was copied?</source>
        <translation>Позвонить по скопированному номеру?</translation>
    </message>
    <message>
        <source>Free now. Call them?</source>
        <translation>Уже свободно. Позвонить?</translation>
    </message>
    <message>
        <source>Then key {after} when they answer.</source>
        <translation>Затем нажать {after}, когда ответят.</translation>
    </message>
    <message>
        <source>Dial your own extension on your phone, the number that colleagues call you at.</source>
        <translation>Наберите на своём телефоне собственный внутренний номер, по которому вам звонят коллеги.</translation>
    </message>
    <message>
        <source>Dial this number on your phone. If the phone says that there is no such number, dial your own extension instead.</source>
        <translation>Наберите этот номер на своём телефоне. Если телефон скажет, что номера нет, наберите собственный внутренний номер.</translation>
    </message>
    <message>
        <source>The call came from {device}. Is that your phone?</source>
        <translation>Звонок пришёл с {device}. Это ваш телефон?</translation>
    </message>
    <message>
        <source>Your account is not told of this phone&apos;s calls.</source>
        <translation>Вашей учётной записи не сообщают о звонках этого телефона.</translation>
    </message>
    <message>
        <source>Ask your administrator to let it see them; until then no call is shown.</source>
        <translation>Попросите администратора показать их ей; до тех пор звонки не видны.</translation>
    </message>
    <message>
        <source>&amp;All calls</source>
        <translation>&amp;Все звонки</translation>
    </message>
    <message>
        <source>When I am &amp;busy</source>
        <translation>Когда я з&amp;анят</translation>
    </message>
    <message>
        <source>When I do &amp;not answer</source>
        <translation>Когда я &amp;не отвечаю</translation>
    </message>
    <message>
        <source>All calls go to {who}</source>
        <translation>Все звонки переадресуются: {who}</translation>
    </message>
    <message>
        <source>All calls are forwarded</source>
        <translation>Все звонки переадресуются</translation>
    </message>
    <message>
        <source>Calls go to {who} when I am busy</source>
        <translation>Когда я занят, звонки переадресуются: {who}</translation>
    </message>
    <message>
        <source>Calls are forwarded when I am busy</source>
        <translation>Когда я занят, звонки переадресуются</translation>
    </message>
    <message>
        <source>Calls that I do not answer go to {who}</source>
        <translation>Звонки без ответа переадресуются: {who}</translation>
    </message>
    <message>
        <source>Calls that I do not answer are forwarded</source>
        <translation>Звонки без ответа переадресуются</translation>
    </message>
    <message>
        <source>forwards all calls to {who}</source>
        <translation>переадресует все звонки: {who}</translation>
    </message>
    <message>
        <source>forwards calls to {who} when I am busy</source>
        <translation>переадресует звонки, когда я занят: {who}</translation>
    </message>
    <message>
        <source>forwards calls to {who} that I do not answer</source>
        <translation>переадресует звонки, на которые я не ответил: {who}</translation>
    </message>
    <message numerus="yes">
        <source>{n} waits</source>
        <comment>{n} wait</comment>
        <translation>
            <numerusform>{n} ждёт</numerusform>
            <numerusform>{n} ждут</numerusform>
            <numerusform>{n} ждут</numerusform>
        </translation>
    </message>
    <message>
        <source>logged out</source>
        <translation>вне очереди</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>перерыв</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>Вне очереди</translation>
    </message>
    <message>
        <source>Taking calls</source>
        <translation>Принимает звонки</translation>
    </message>
    <message>
        <source>Paused since {time}</source>
        <translation>Перерыв с {time}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Перерыв</translation>
    </message>
    <message>
        <source>Paused in {queue}</source>
        <translation>Перерыв: {queue}</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Отдых</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>Обед</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Совещание</translation>
    </message>
    <message>
        <source>{text} is not a queue; it is written like support or 400 = Sales</source>
        <translation>{text} — не очередь; она записывается как support или 400 = Продажи</translation>
    </message>
    <message>
        <source>{text} is too long: a reason has up to 40 letters</source>
        <translation>{text} слишком длинно: в причине до 40 букв</translation>
    </message>
    <message>
        <source>must be written like Local/{extension}@from-queue/n</source>
        <translation>должен иметь вид Local/{extension}@from-queue/n</translation>
    </message>
    <message>
        <source>must be an address, like https://crm.example/search?phone={e164}</source>
        <translation>должен быть адрес, например https://crm.example/search?phone={e164}</translation>
    </message>
    <message>
        <source>may not begin with {scheme}:</source>
        <translation>не может начинаться с {scheme}:</translation>
    </message>
    <message>
        <source>may not hold blanks, quotes or other signs that no address has</source>
        <translation>не может содержать пробелов, кавычек и других знаков, которых не бывает в адресе</translation>
    </message>
    <message>
        <source>must name its host in plain letters, without a place or a password</source>
        <translation>должен называть узел простыми буквами, без подстановок и пароля</translation>
    </message>
    <message>
        <source>{text} is not how an address begins, like https</source>
        <translation>с {text} адрес не начинается, как с https</translation>
    </message>
    <message>
        <source>{text}: is never opened</source>
        <translation>{text}: никогда не открывается</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>развёрнуто</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>свёрнуто</translation>
    </message>
</context>
</TS>
