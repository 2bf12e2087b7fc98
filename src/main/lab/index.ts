export { Lab, type LabOptions } from './lab'
export { playScenario, type PlayOptions } from './play-scenario'
