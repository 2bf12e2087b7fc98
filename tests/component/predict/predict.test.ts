import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick, shallowReactive } from 'vue'
import PredictForm from '@renderer/components/predict/PredictForm.vue'
import PredictPanel from '@renderer/components/predict/PredictPanel.vue'
import { useConnections } from '@renderer/stores/connections'
import { useInference } from '@renderer/stores/inference'
import { usePredict } from '@renderer/stores/predict'
import { useShown } from '@renderer/stores/shown'
import { useViews } from '@renderer/stores/views'
import { question } from '@shared/predict'
import type { Language } from '@shared/text'
import { show, type Harness } from '../support/app'
import { conversation, trace } from '../support/samples'

let shown: Harness | null = null
afterEach(() => {
  shown?.wrapper.unmount()
  shown = null
  localStorage.clear()
})

async function open(language: Language = 'en'): Promise<Harness> {
  shown = await show(PredictPanel, { language })
  useViews().current = 'predict'
  useConnections().add(trace({ connections: [conversation()] }), true)
  usePredict().start()
  await nextTick()
  return shown
}

async function fill({ wrapper }: Harness, flags: readonly string[], seq: string, ack: string): Promise<void> {
  for (const label of wrapper.findAll('fieldset label'))
    if (flags.includes(label.text())) await label.find('input').setValue(true)
  const [seqField, ackField] = wrapper.findAll('input.mono')
  await seqField?.setValue(seq)
  await ackField?.setValue(ack)
  await wrapper.find('form').trigger('submit')
  await flushPromises()
}

describe('the prediction panel', () => {
  it('hides the segment it asks for, from every pane, and shows it once it is answered', async () => {
    const harness = await open()
    expect(useShown().connection?.segments).toHaveLength(0)
    expect(useInference().whole?.segments).toHaveLength(10)
    await fill(harness, ['SYN'], '0', '')
    expect(harness.wrapper.text()).toContain('All right.')
    expect(useShown().connection?.segments).toHaveLength(1)
  })

  it('says in words that a number is none, and ties the words to the field', async () => {
    const { wrapper } = await open()
    const seq = wrapper.find('input.mono')
    const said = (): string | undefined => {
      const [error = ''] = (seq.attributes('aria-describedby') ?? '').split(' ')
      return document.getElementById(error)?.textContent.trim()
    }
    for (const wrong of ['abc', '4294967296', '1.5']) {
      await seq.setValue(wrong)
      expect(said()).toBe('Not a whole number between -4,294,967,295 and 4,294,967,295.')
    }
    for (const taken of ['4 294 967 295', '０', '-1']) {
      await seq.setValue(taken)
      expect(wrapper.text()).not.toContain('Not a whole number')
    }
    usePredict().notation = 'absolute'
    await nextTick()
    await seq.setValue('-1')
    expect(said()).toBe('Not a whole number between 0 and 4,294,967,295.')
  })

  it('keeps what was entered, and the question, while another view is looked at', async () => {
    const harness = await open()
    await fill(harness, ['SYN'], '0', '')
    usePredict().next()
    await nextTick()
    await harness.wrapper.find('input.mono').setValue('77')
    harness.wrapper.unmount()
    useViews().current = 'explore'
    shown = await show(PredictPanel, { pinia: harness.pinia })
    useViews().current = 'predict'
    await nextTick()
    expect(usePredict().n).toBe(2)
    expect(shown.wrapper.find<HTMLInputElement>('input.mono').element.value).toBe('77')
    expect(useShown().connection?.segments).toHaveLength(1)
  })

  it('names the misconception behind a wrong number, with the numbers at hand', async () => {
    const harness = await open()
    usePredict().next()
    await nextTick()
    await fill(harness, ['SYN', 'ACK'], '0', '0')
    expect(harness.wrapper.text()).toContain('SYN not counted')
    expect(harness.wrapper.text()).toContain('ack = 1')
    expect(harness.wrapper.find('.finding .hint').text()).toBe('RFC 9293 §3.4 · a common misconception')
    expect(usePredict().misconceptions).toMatchObject([{ id: 'syn-takes-none', times: 1 }])
  })

  it('keeps what is entered while the conversation goes on', async () => {
    const connection = conversation()
    const asked = question(connection, 1)
    const props = shallowReactive<Record<string, unknown>>({
      connection,
      question: asked,
      notation: 'relative',
      askStates: false,
    })
    shown = await show(PredictForm, { props })
    const box = shown.wrapper.find<HTMLInputElement>('fieldset input')
    await box.setValue(true)
    props.connection = { ...connection }
    await nextTick()
    expect(box.element.checked).toBe(true)
    props.question = question(connection, 2)
    await nextTick()
    expect(box.element.checked).toBe(false)
  })

  it('says it in Chinese, and does not count before something is entered', async () => {
    const harness = await open('zh-CN')
    expect(harness.wrapper.find('button[type=submit]').attributes('aria-disabled')).toBeDefined()
    expect(harness.wrapper.text()).toContain('接下来是什么')
    await harness.wrapper.find('form').trigger('submit')
    expect(usePredict().score.answered).toBe(0)
  })

  it('keeps the score on this machine and forgets it only when asked twice', async () => {
    const harness = await open()
    await fill(harness, ['SYN'], '0', '')
    expect(usePredict().score).toMatchObject({ answered: 1, right: 1 })
    const reset = harness.wrapper.findAll('.history button')[1]
    await reset?.trigger('click')
    expect(usePredict().score.answered).toBe(1)
    await reset?.trigger('click')
    expect(usePredict().score.answered).toBe(0)
  })
})
