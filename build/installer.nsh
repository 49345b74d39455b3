; Windows knows a file's kind by its last ending alone, and .yaml belongs to other programs. So Lectern takes nothing over: it offers
; itself under "Open with" for .yaml and .yml, and in the menu of files that end in .briefing.yaml or .briefing.yml.

!macro lecternOffer ENDING
  WriteRegStr SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "Lectern.Briefing" ""
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\Lectern" "" "Open in Lectern"
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\Lectern" "AppliesTo" "System.FileName:$\"*.briefing${ENDING}$\""
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\Lectern" "Icon" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\Lectern\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro lecternWithdraw ENDING
  DeleteRegValue SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "Lectern.Briefing"
  DeleteRegKey SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\Lectern"
!macroend

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Lectern.Briefing" "" "Lectern briefing"
  WriteRegStr SHCTX "Software\Classes\Lectern.Briefing\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\Lectern.Briefing\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro lecternOffer ".yaml"
  !insertmacro lecternOffer ".yml"
!macroend

!macro customUnInstall
  !insertmacro lecternWithdraw ".yaml"
  !insertmacro lecternWithdraw ".yml"
  DeleteRegKey SHCTX "Software\Classes\Lectern.Briefing"
!macroend
