import type { Component } from 'vue'
import ExploreView from './ExploreView.vue'
import LessonView from './LessonView.vue'
import MachineView from './MachineView.vue'
import PredictView from './PredictView.vue'
import PuzzleView from './PuzzleView.vue'

export interface View {
  /** Names the view in the texts `views.<id>`. */
  readonly id: 'explore' | 'lesson' | 'predict' | 'machine' | 'puzzle'
  /** Fills the space between header and playback bar. */
  readonly component: Component
  /** Shows connections of its own, which the playback bar below does not drive: it is not shown. */
  readonly ownConnections?: true
}

/** Every view of the app, in the order of the switch in the header; the switch appears once there is a choice. */
export const VIEWS: readonly View[] = [
  { id: 'explore', component: ExploreView },
  { id: 'lesson', component: LessonView },
  { id: 'predict', component: PredictView },
  { id: 'machine', component: MachineView },
  { id: 'puzzle', component: PuzzleView, ownConnections: true },
]
