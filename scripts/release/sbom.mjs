/**
 * `node scripts/release/sbom.mjs <folder>`: writes handshake-lab-<version>.cdx.json there, the list of what the packages are made of
 * (CycloneDX 1.6). It is made from the bundle's own record: `npm sbom` knows what is installed, not what is shipped.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as CDX from '@cyclonedx/cyclonedx-library'
import { ROOT, buildIfNeeded } from '../build-if-needed.mjs'
import { readManifest } from '../package/identity.mjs'
import { shipped } from './shipped.mjs'

/**
 * @param {string} root the project's folder, already built
 * @returns {string} CycloneDX 1.6 as JSON; the same for the same build
 */
export function billOfMaterials(root) {
  const { name, version, license, description } = readManifest(root)
  const app = new CDX.Models.Component(CDX.Enums.ComponentType.Application, name, {
    version,
    description,
    bomRef: name,
  })
  app.licenses.add(licence(license))
  const bom = new CDX.Models.Bom({ metadata: new CDX.Models.Metadata({ component: app }) })
  for (const found of shipped(root)) {
    const [scope, own] = found.name.startsWith('@') ? found.name.split('/') : [undefined, found.name]
    const purl = `pkg:npm/${scope ? `${encodeURIComponent(scope)}/` : ''}${own}@${found.version}`
    const component = new CDX.Models.Component(CDX.Enums.ComponentType.Library, own ?? found.name, {
      ...(scope ? { group: scope } : {}),
      version: found.version,
      bomRef: purl,
      purl,
      scope: CDX.Enums.ComponentScope.Required,
    })
    component.licenses.add(licence(found.license))
    component.properties.add(new CDX.Models.Property('handshake-lab:in', found.where))
    bom.components.add(component)
    app.dependencies.add(component.bomRef)
  }
  const serializer = new CDX.Serialize.JsonSerializer(new CDX.Serialize.JSON.Normalize.Factory(CDX.Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}

/**
 * @param {string} said an SPDX expression
 * @returns {CDX.Models.License}
 */
const licence = (said) =>
  CDX.SPDX.isSupportedSpdxId(said) ? new CDX.Models.SpdxLicense(said) : new CDX.Models.LicenseExpression(said)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const build = await buildIfNeeded()
  if (!build.ok) throw new Error(build.message)
  const folder = resolve(process.argv[2] ?? 'dist/release')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `handshake-lab-${readManifest(ROOT).version}.cdx.json`)
  writeFileSync(file, billOfMaterials(ROOT))
  console.log(file)
}
