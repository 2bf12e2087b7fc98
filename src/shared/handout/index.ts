export { renderHandout, type HandoutOptions } from './render'
