import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { notesIdOf } from '@shared/protocol/presenter'
import App from './App.vue'
import { connectToLab } from './client'
import SpeakerNotes from './components/presenter/SpeakerNotes.vue'
import { useLab } from './stores/lab'
import './styles/index.css'

const pinia = createPinia()
const notes = notesIdOf(location.hash)
// The window of speaker notes hears from the window that presents, and has no link to the lab.
if (notes === null) useLab(pinia).attach(connectToLab())
const page = notes === null ? createApp(App) : createApp(SpeakerNotes, { id: notes })
page.use(pinia).mount('#app')

// Another address of the same page names another run or window: the browser alone would only move within this one.
addEventListener('hashchange', () => location.reload())
