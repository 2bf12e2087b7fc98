import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createTexts } from './i18n'

createApp(App).use(createPinia()).use(createTexts('en')).mount('#app')
