import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { APP_ID, EXECUTABLE, LINK_SCHEME } from './identity.mjs'
import { fuses } from './fuses.mjs'

/** What electron-builder calls the systems that we package for. */
export const SYSTEMS = /** @type {const} */ ({ linux: 'linux', darwin: 'mac', win32: 'win' })

/** A trace or a scenario of ours: the app opens it on a double click. */
const OWN_FILE = { ext: 'hslab', name: 'Handshake Lab', description: 'Handshake Lab trace', role: 'Viewer' }
const OWN_TYPE = 'application/vnd.handshake-lab+json'
/** The registered type of pcap, and the one that the shared MIME database has for pcapng. */
const CAPTURE_TYPES = ['application/vnd.tcpdump.pcap', 'application/x-pcapng']

/**
 * How the desktop app is packed, for electron-builder.
 *
 * @param {object} options
 * @param {string} options.root the project's folder
 * @param {string} options.output where the packages go
 * @param {keyof typeof SYSTEMS} options.platform
 * @param {boolean} options.signed whether a certificate is at hand; without one the packages say so in their names
 * @param {boolean} options.notarized whether Apple may be asked to look the signed app over
 * @param {string} options.electronVersion
 * @param {string | null} options.electronDist an unpacked Electron; null to have it downloaded
 * @param {import('./identity.mjs').Repository | null} options.repository
 * @returns {import('electron-builder').Configuration}
 */
export function configuration(options) {
  const { root, output, platform, signed, notarized, electronVersion, electronDist, repository } = options
  const resources = join(root, 'resources')
  const mark = signed || platform === 'linux' ? '' : '-unsigned'
  return {
    appId: APP_ID,
    copyright: 'Copyright © Handshake Lab. MIT licence.',
    directories: { output, buildResources: resources },
    electronVersion,
    ...(electronDist === null ? {} : { electronDist }),
    // The texts of Chromium's own dialogs, in the languages of ours.
    electronLanguages: ['en-US', 'zh-CN', 'zh-TW'],
    // All that the staging folder holds, which becomes the asar; without the second line electron-builder leaves out every node_modules.
    files: ['**/*', { from: 'node_modules', to: 'node_modules' }],
    asar: true,
    // What another program opens must be files: the ends of the wire run under `unshare`, and the system loads koffi's binary.
    asarUnpack: ['out/wire/**', 'node_modules/**'],
    npmRebuild: false,
    // Electron's own welcome, which electron-builder removes only from an Electron that it downloaded itself.
    afterPack: ({ packager, appOutDir }) =>
      rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }),
    electronFuses: fuses(platform, { signed }) ?? null,
    forceCodeSigning: signed,
    artifactName: `handshake-lab-\${version}-\${os}-\${arch}${mark}.\${ext}`,
    protocols: { name: 'Handshake Lab', schemes: [LINK_SCHEME] },
    // An update must be signed: only then does a package know where updates are. See src/main/desktop/updates.ts.
    publish: signed && repository && platform !== 'linux' ? publishing(repository) : null,
    linux: linux(resources, repository),
    deb: debian(resources),
    mac: mac(resources, signed, notarized),
    win: windows(resources),
    nsis: installer(resources),
  }
}

/** @param {import('./identity.mjs').Repository} repository */
const publishing = ({ owner, repo }) =>
  /** @type {const} */ ({ provider: 'github', owner, repo, releaseType: 'draft', publishAutoUpdate: true })

/**
 * @param {string} resources
 * @param {import('./identity.mjs').Repository | null} repository
 */
const linux = (resources, repository) => ({
  executableName: EXECUTABLE,
  icon: join(resources, 'icons', 'linux'),
  category: 'Education',
  synopsis: 'See how a TCP connection opens and closes',
  // Packages must name somebody to write to; GitHub forwards nothing from such an address, the project's page is the way.
  maintainer: `Handshake Lab <${repository?.owner ?? 'handshake-lab'}@users.noreply.github.com>`,
  fileAssociations: [{ ...OWN_FILE, mimeType: OWN_TYPE }],
  mimeTypes: CAPTURE_TYPES,
  desktop: { entry: { Keywords: 'TCP;network;handshake;socket;teaching;', 'Name[zh_CN]': '握手实验室' } },
  // So that the window belongs to the entry of the menu, also under Wayland.
  syncDesktopName: true,
})

/** @param {string} resources */
const debian = (resources) => ({ appArmorProfile: join(resources, 'linux', 'apparmor-profile') })

/**
 * @param {string} resources
 * @param {boolean} signed
 * @param {boolean} notarized
 */
const mac = (resources, signed, notarized) => ({
  icon: join(resources, 'icons', 'icon.icns'),
  category: 'public.app-category.education',
  fileAssociations: [
    { ...OWN_FILE, rank: 'Owner' },
    // Offered under "Open With"; who opened captures before still does.
    { ext: ['pcap', 'pcapng'], name: 'Packet capture', role: 'Viewer', rank: 'Alternate' },
  ],
  entitlements: join(resources, 'mac', 'entitlements.plist'),
  entitlementsInherit: join(resources, 'mac', 'entitlements.plist'),
  // Without a certificate: signed by nobody, which Apple's processors still demand. Library validation, a part of
  // the hardened runtime, would then refuse Electron's own libraries.
  ...(signed
    ? { hardenedRuntime: true, notarize: notarized }
    : { identity: '-', hardenedRuntime: false, notarize: false }),
})

/** @param {string} resources */
const windows = (resources) => ({
  icon: join(resources, 'icons', 'icon.ico'),
  executableName: EXECUTABLE,
  fileAssociations: [OWN_FILE],
})

/** @param {string} resources */
const installer = (resources) => ({
  oneClick: false,
  // For the person who installs it, without administrator's rights; a choice lets it be for everyone.
  perMachine: false,
  allowToChangeInstallationDirectory: true,
  installerLanguages: ['en_US', 'zh_CN', 'zh_TW'],
  include: join(resources, 'windows', 'installer.nsh'),
})
