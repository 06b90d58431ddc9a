; The set-up for one user, without an administrator: into %LOCALAPPDATA%\Programs\Traydial.
;   makensis -WX -DVERSION=0.1.0 -DPAYLOAD=folder -DOUT=file.exe traydial.nsi
;   setup.exe /S [/NOAUTOSTART] [/NOHANDLER] [/D=C:\folder]      (/D is the last one, without quotes)
; Exit codes: 0 done, 3 the folder is somebody else's, 5 the running copy does not end.
Unicode true
Target amd64-unicode
!ifndef FAST
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64 ; traydial.exe and traydialw.exe hold the same 16 MB
!endif
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include Sections.nsh

!define APP "Traydial"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define CLASSES "Software\Classes"
!define FILES "Traydial.settings"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

Name "${APP} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${APP}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${APP} set-up"
VIAddVersionKey LegalCopyright "MIT licence"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"

Var WasRunning
Var IsUpgrade

!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\traydialw.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Russian"
LangString HANDLER ${LANG_ENGLISH} "Open phone links with Traydial"
LangString HANDLER ${LANG_GERMAN} "Telefon-Links mit Traydial öffnen"
LangString HANDLER ${LANG_RUSSIAN} "Открывать телефонные ссылки в Traydial"
LangString AUTOSTART ${LANG_ENGLISH} "Start when I sign in"
LangString AUTOSTART ${LANG_GERMAN} "Beim Anmelden starten"
LangString AUTOSTART ${LANG_RUSSIAN} "Запускать при входе в систему"
LangString SETTINGS ${LANG_ENGLISH} "Settings for Traydial"
LangString SETTINGS ${LANG_GERMAN} "Einstellungen für Traydial"
LangString SETTINGS ${LANG_RUSSIAN} "Настройки Traydial"
LangString RUNS ${LANG_ENGLISH} "Traydial is still running. Quit it and start this again."
LangString RUNS ${LANG_GERMAN} "Traydial läuft noch. Beenden Sie es und starten Sie die Installation erneut."
LangString RUNS ${LANG_RUSSIAN} "Traydial ещё работает. Завершите его и запустите это снова."
LangString FOREIGN ${LANG_ENGLISH} "That folder holds other files. Choose an empty one."
LangString FOREIGN ${LANG_GERMAN} "In diesem Ordner liegen andere Dateien. Wählen Sie einen leeren."
LangString FOREIGN ${LANG_RUSSIAN} "В этой папке есть другие файлы. Выберите пустую."

; Ask the running copy to end, and make sure that its files are free.
!macro QUIT UN
Function ${UN}Quit
  StrCpy $WasRunning 0
  ${IfNot} ${FileExists} "$INSTDIR\traydial.exe"
    Return
  ${EndIf}
  nsExec::ExecToStack '"$INSTDIR\traydial.exe" quit'
  Pop $0
  Pop $1
  ${If} $0 == 0
  ${AndIf} $1 == ""      ; where none ran, it says so
    StrCpy $WasRunning 1
  ${EndIf}
  ${For} $2 1 20         ; another verb of it may be at its end just now
    ClearErrors
    FileOpen $3 "$INSTDIR\traydial.exe" a
    ${IfNot} ${Errors}
      FileClose $3
      FileOpen $3 "$INSTDIR\traydialw.exe" a
      ${IfNot} ${Errors}
        FileClose $3
        Return
      ${EndIf}
    ${EndIf}
    Sleep 250
  ${Next}
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNS)" /SD IDOK
  SetErrorLevel 5
  Quit
FunctionEnd
!macroend
!insertmacro QUIT ""
!insertmacro QUIT "un."

; Windows keeps in mind what opens which files, until it is told.
!macro TELL
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; What we never remove is what we did not bring: no folder that a user chose goes as a whole.
!macro REMOVE_FILES
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\traydial.exe"
  Delete "$INSTDIR\traydialw.exe"
!macroend

Section "${APP}" MAIN
  SectionIn RO
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\traydialw.exe"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FOREIGN)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  Call Quit
  !insertmacro REMOVE_FILES
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\traydialw.exe"
  ; a double click on settings that one was sent shows what they would change
  WriteRegStr HKCU "${CLASSES}\.traydial" "" "${FILES}"
  WriteRegStr HKCU "${CLASSES}\${FILES}" "" "$(SETTINGS)"
  WriteRegStr HKCU "${CLASSES}\${FILES}\DefaultIcon" "" "$INSTDIR\traydialw.exe,0"
  WriteRegStr HKCU "${CLASSES}\${FILES}\shell\open\command" "" '"$INSTDIR\traydialw.exe" import -- "%1"'
  !insertmacro TELL
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Traydial contributors"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\traydialw.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "$(HANDLER)" LINKS
  ; the program itself knows what to write, and what belongs to others
  nsExec::ExecToLog '"$INSTDIR\traydial.exe" register --json'
  Pop $0
SectionEnd

Section "$(AUTOSTART)" START
  ; as platforms/autostart/windows.py does; the Task Manager can switch it off
  WriteRegStr HKCU "${RUN}" "${APP}" '"$INSTDIR\traydialw.exe" --quietly'
SectionEnd

Section "-Again"
  ${If} $WasRunning == 1
    Exec '"$INSTDIR\traydialw.exe" --quietly'
  ${EndIf}
SectionEnd

!macro LEAVE section
  !insertmacro UnselectSection ${section}
!macroend

Function .onInit
  SetRegView 64
  ReadRegStr $R0 HKCU "${UNINSTALL}" "InstallLocation"
  StrCpy $IsUpgrade 0
  ${If} $R0 != ""
    StrCpy $IsUpgrade 1
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${APP}"
    ${If} $IsUpgrade == 1
      StrCpy $INSTDIR $R0
    ${EndIf}
  ${EndIf}
  ${If} $IsUpgrade == 1      ; what the user has switched off since stays off
    ReadRegStr $R1 HKCU "${RUN}" "${APP}"
    ${If} $R1 == ""
      !insertmacro LEAVE ${START}
    ${EndIf}
    ReadRegStr $R1 HKCU "Software\RegisteredApplications" "${APP}"
    ${If} $R1 == ""
      !insertmacro LEAVE ${LINKS}
    ${EndIf}
  ${EndIf}
  ${GetParameters} $R2
  ClearErrors
  ${GetOptions} $R2 "/NOAUTOSTART" $R3
  ${IfNot} ${Errors}
    !insertmacro LEAVE ${START}
  ${EndIf}
  ClearErrors
  ${GetOptions} $R2 "/NOHANDLER" $R3
  ${IfNot} ${Errors}
    !insertmacro LEAVE ${LINKS}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
FunctionEnd

; Settings and call history are the user's own and stay.
Section "Uninstall"
  Call un.Quit
  nsExec::ExecToLog '"$INSTDIR\traydial.exe" unregister'
  Pop $0
  ReadRegStr $R0 HKCU "${RUN}" "${APP}"
  StrLen $R1 '"$INSTDIR\'
  StrCpy $R2 $R0 $R1
  ${If} $R2 == '"$INSTDIR\'  ; a copy elsewhere keeps its own
  ${OrIf} $R0 == ""
    DeleteRegValue HKCU "${RUN}" "${APP}"
    DeleteRegValue HKCU "${APPROVED}" "${APP}"
  ${EndIf}
  ReadRegStr $R0 HKCU "${CLASSES}\.traydial" ""
  ${If} $R0 == "${FILES}"
    DeleteRegKey HKCU "${CLASSES}\.traydial"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${FILES}"
  !insertmacro TELL
  DeleteRegKey HKCU "${UNINSTALL}"
  Delete "$SMPROGRAMS\${APP}.lnk"
  !insertmacro REMOVE_FILES
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir "$LOCALAPPDATA\Programs"  ; goes only where it is empty
SectionEnd
