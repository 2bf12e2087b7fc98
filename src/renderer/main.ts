import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { connectToLab } from './client'
import { createTexts } from './i18n'
import { useLab } from './stores/lab'
import { useSettings } from './stores/settings'
import './styles/index.css'

const pinia = createPinia()
useLab(pinia).attach(connectToLab())
createApp(App)
  .use(pinia)
  .use(createTexts(useSettings(pinia).language))
  .mount('#app')
