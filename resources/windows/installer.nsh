; What electron-builder's installer does not write: the handshake-lab: links, and "Open with" for captures. A capture keeps the
; program that opens it today (.pcap stays Wireshark's): OpenWithProgids only adds ours to the list
; (Microsoft, "How to Include an Application on the Open With Dialog Box").

!define LAB_LINK "Software\Classes\handshake-lab"
!define LAB_CAPTURE "HandshakeLab.Capture"

!macro customInstall
  WriteRegStr SHELL_CONTEXT "${LAB_LINK}" "" "URL:Handshake Lab"
  WriteRegStr SHELL_CONTEXT "${LAB_LINK}" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "${LAB_LINK}\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "${LAB_LINK}\shell\open\command" "" '"$appExe" "%1"'

  WriteRegStr SHELL_CONTEXT "Software\Classes\${LAB_CAPTURE}" "" "Packet capture"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${LAB_CAPTURE}\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${LAB_CAPTURE}\shell\open\command" "" '"$appExe" "%1"'
  WriteRegNone SHELL_CONTEXT "Software\Classes\.pcap\OpenWithProgids" "${LAB_CAPTURE}"
  WriteRegNone SHELL_CONTEXT "Software\Classes\.pcapng\OpenWithProgids" "${LAB_CAPTURE}"
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.pcap\OpenWithProgids" "${LAB_CAPTURE}"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.pcapng\OpenWithProgids" "${LAB_CAPTURE}"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${LAB_CAPTURE}"
  DeleteRegKey SHELL_CONTEXT "${LAB_LINK}"
!macroend
