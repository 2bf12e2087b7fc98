export type { HandoutOptions } from './options'
export { renderHandout } from './render'
