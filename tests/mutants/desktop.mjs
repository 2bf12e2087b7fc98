const DESKTOP = 'src/main/desktop'

/**
 * A fault of one file of the desktop host.
 *
 * @param {string} name
 * @param {string} file below src/main/desktop
 * @param {string} from
 * @param {string} to
 */
const fault = (name, file, from, to) => ({ name, file: `${DESKTOP}/${file}`, from, to })

const PREFERENCES = 'web-preferences.ts'

/** What would make the desktop app less safe than Electron's checklist asks, or lose what a reader did. */
export const desktop = {
  tests: ['files', 'menu', 'open-file', 'preload', 'security', 'window'].map(
    (name) => `tests/integration/desktop/${name}.test.ts`,
  ),
  mutants: [
    fault(
      'the page shares its world with the preload',
      PREFERENCES,
      'contextIsolation: true',
      'contextIsolation: false',
    ),
    fault('the page runs without its sandbox', PREFERENCES, 'sandbox: true', 'sandbox: false'),
    fault('the app asks for no sandbox', 'sandbox.ts', 'else app.enableSandbox()', 'else void 0'),
    fault('--no-sandbox is undone', 'sandbox.ts', "hasSwitch('no-sandbox')", "hasSwitch('never')"),
    fault('the page has Node', PREFERENCES, 'nodeIntegration: false', 'nodeIntegration: true'),
    fault('the same-origin policy is off', PREFERENCES, 'webSecurity: true', 'webSecurity: false'),
    fault(
      'a page may load over HTTP',
      PREFERENCES,
      'allowRunningInsecureContent: false',
      'allowRunningInsecureContent: true',
    ),
    fault('experimental features are on', PREFERENCES, 'experimentalFeatures: false', 'experimentalFeatures: true'),
    fault(
      'a Blink feature is on',
      PREFERENCES,
      '  spellcheck: false,',
      "  spellcheck: false,\n  enableBlinkFeatures: 'CSSVariables',",
    ),
    fault('a page may embed others', PREFERENCES, 'webviewTag: false', 'webviewTag: true'),
    fault('no permission is refused', 'index.ts', '  forbidPermissions(session.defaultSession)\n', ''),
    fault(
      'any frame is granted what the page is',
      'hardening.ts',
      'answer(NEEDED.has(permission) && isMainFrame &&',
      'answer(NEEDED.has(permission) &&',
    ),
    fault('the page is granted any permission', 'hardening.ts', 'answer(NEEDED.has(permission) &&', 'answer('),
    fault('devices are handed out', 'hardening.ts', '  session.setDevicePermissionHandler(() => false)\n', ''),
    fault('the policy is not sent', 'files.ts', "  'Content-Security-Policy': contentSecurityPolicy(),\n", ''),
    fault('types may be guessed', 'files.ts', "  'X-Content-Type-Options': 'nosniff',\n", ''),
    fault('a page elsewhere keeps a hold on ours', 'files.ts', "  'Cross-Origin-Opener-Policy': 'same-origin',\n", ''),
    {
      name: 'any script may run',
      file: 'src/shared/protocol/content-security-policy.ts',
      from: `'script-src': ["'self'"]`,
      to: `'script-src': ["'self'", "'unsafe-inline'"]`,
    },
    {
      name: 'the policy says nothing of frames',
      file: 'src/shared/protocol/content-security-policy.ts',
      from: `    'frame-ancestors': ["'none'"],\n`,
      to: '',
    },
    fault(
      'the scheme may bypass the policy',
      'scheme.ts',
      'supportFetchAPI: true',
      'supportFetchAPI: true, bypassCSP: true',
    ),
    fault(
      'a webview may be attached',
      'hardening.ts',
      "  contents.on('will-attach-webview', (event) => event.preventDefault())\n",
      '',
    ),
    fault(
      'the page may go anywhere',
      'hardening.ts',
      "contents.on('will-navigate'",
      "contents.on('never' as 'will-navigate'",
    ),
    fault(
      'a frame may go anywhere',
      'hardening.ts',
      "contents.on('will-frame-navigate'",
      "contents.on('never' as 'will-frame-navigate'",
    ),
    fault(
      'a redirect may lead anywhere',
      'hardening.ts',
      "contents.on('will-redirect'",
      "contents.on('never' as 'will-redirect'",
    ),
    fault(
      'the notes may go into the app',
      'notes-window.ts',
      'if (event.url !== own || !event.isMainFrame)',
      'if (!event.isMainFrame)',
    ),
    fault(
      'other pages may open windows',
      'hardening.ts',
      '  contents.setWindowOpenHandler(({ url }) => refuseWindow(url))\n',
      '',
    ),
    fault('any address may be a window of notes', 'notes-window.ts', 'if (!isNotes(url)) return refuseWindow(url)', ''),
    fault(
      'any https address is opened outside',
      'hardening.ts',
      "const REFERENCE = 'https://www.rfc-editor.org/'",
      "const REFERENCE = 'https://'",
    ),
    fault('any window may ask', 'sender.ts', ' || sender !== window.webContents', ''),
    fault(
      'an embedded frame may ask',
      'sender.ts',
      "  if (senderFrame.parent !== null) return 'it is from an embedded frame'\n",
      '',
    ),
    fault(
      'a page from anywhere may ask',
      'sender.ts',
      'return isOurs(senderFrame.url) ? null :',
      'return true ? null :',
    ),
    fault(
      'the page comes from a file',
      'address.ts',
      'export const START_URL = `${SCHEME}://${HOST}${PAGE}`',
      'export const START_URL = `file:///${HOST}${PAGE}`',
    ),
    fault('a path may lead out of the folder', 'files.ts', 'return leadsOut ? null : file', 'return file'),
    {
      name: 'the page gets the whole of ipcRenderer',
      file: 'src/preload/index.ts',
      from: "contextBridge.exposeInMainWorld('handshakeLab', bridge)",
      to: "contextBridge.exposeInMainWorld('handshakeLab', { ...bridge, ipcRenderer })",
    },
    {
      name: 'the page gets the event object',
      file: 'src/preload/index.ts',
      from: 'listener(message)',
      to: '(listener as (...all: unknown[]) => void)(message, _event)',
    },
    fault(
      'the notes get the preload',
      'notes-window.ts',
      '  webPreferences: SAFE,',
      "  webPreferences: { ...SAFE, preload: '/preload.cjs' },",
    ),
    fault('a packaged app has developer tools', 'menu-bar.ts', 'development: !app.isPackaged', 'development: true'),
    fault('any file may be revealed', 'save.ts', 'if (!written.has(path))', 'if (path === null)'),
    fault('a proposed name keeps its folders', 'save.ts', 'basename(name.replace(UNSAFE,', '(name.replace(/\\0/gu,'),
    fault('a file is overwritten unasked on Linux', 'save.ts', "'showOverwriteConfirmation', ", ''),
    fault('the notes outlive their opener', 'notes-window.ts', 'outlivesOpener: false', 'outlivesOpener: true'),
    fault(
      'a crashed page is never loaded again',
      'trouble.ts',
      'act: () => webContents.reload()',
      'act: () => undefined',
    ),
    fault('a page that hangs is only reloaded', 'trouble.ts', '      webContents.forcefullyCrashRenderer()\n', ''),
    fault(
      'a page that keeps crashing is loaded for ever',
      'trouble.ts',
      'const CRASHES = 3',
      'const CRASHES = Infinity',
    ),
    fault(
      'the close button of the crash dialog does nothing',
      'trouble.ts',
      'act: () => window.close()',
      'act: () => undefined',
    ),
    fault(
      'the window is shown only when it has painted',
      'show.ts',
      "  window.webContents.once('did-finish-load', show)\n",
      '',
    ),
    fault(
      'a page that never loads is never shown',
      'show.ts',
      'setTimeout(show, SHOW_AFTER_MS)',
      'setTimeout(() => undefined, SHOW_AFTER_MS)',
    ),
    fault('native dialogs ignore the theme', 'index.ts', '      nativeTheme.themeSource = chosen.theme\n', ''),
    fault('a failure at the start ends with code 0', 'failures.ts', 'app.exit(1)', 'app.exit(0)'),
    fault('a crash is reported to somebody', 'failures.ts', 'uploadToServer: false', 'uploadToServer: true'),
    fault(
      'a command line may open any file',
      'open-file.ts',
      "!argument.startsWith('-') && (EXTENSIONS as readonly string[]).includes(extname(argument).slice(1).toLowerCase())",
      "!argument.startsWith('-')",
    ),
    fault('the handout runs scripts', 'handout.ts', 'javascript: false', 'javascript: true'),
    fault('the handout fetches what it likes', 'handout.ts', 'cancel: !own.has(url)', 'cancel: false'),
  ],
}
