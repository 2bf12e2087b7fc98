import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

/** What a person does in the main screen, in the words of its English face. */
export class LabPage {
  constructor(readonly page: Page) {}

  /** Opens the address the host printed, and waits until the page may act. */
  async open(url: string): Promise<void> {
    await this.page.goto(url)
    await expect(this.start).toBeEnabled()
  }

  /** Connect, Run or Simulate: the one primary button. */
  get start(): Locator {
    return this.page.getByRole('button', { name: /^(Connect|Run|Simulate|连接|运行|模拟|建立连接)$/ })
  }

  get events(): Locator {
    return this.page.getByRole('region', { name: 'What the program saw' })
  }

  get stage(): Locator {
    return this.page.getByRole('region', { name: 'Sequence diagram' })
  }

  /** Rows of the segment table, without its head. */
  get rows(): Locator {
    return this.page.getByRole('grid').locator('tbody tr')
  }

  /** The arrow of a segment in the diagram. */
  arrow(n: number): Locator {
    return this.stage.locator(`[data-key="segment-${n}"]`)
  }

  /** What the rows say: `1 client SYN 0 – 0`. */
  async segments(): Promise<string[]> {
    const rows = await this.rows.all()
    return Promise.all(
      rows.map(async (row) => (await row.locator('td, th').allInnerTexts()).map((text) => text.trim()).join(' ')),
    )
  }

  /** Opens a connection by hand, and waits for the third segment of its handshake. */
  async connect(): Promise<void> {
    await this.page.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(this.rows).toHaveCount(3)
  }

  /** Sends a text from one side, by way of the form. */
  async send(text: string, side: 'Client' | 'Server' = 'Client'): Promise<void> {
    await this.page.getByRole('button', { name: 'Send', exact: true }).click()
    const form = this.page.getByRole('dialog')
    await form.getByRole('radio', { name: side }).click()
    await form.getByRole('textbox').fill(text)
    await form.getByRole('button', { name: 'Send it' }).click()
    await expect(form).toBeHidden()
  }

  /** Chooses an item of the Close menu, such as `Client ends`. */
  async close(how: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Close', exact: true }).click()
    await this.page.getByRole('menuitem', { name: how }).click()
  }

  /** Until both sockets are closed and the last segment is drawn. */
  async closed(): Promise<void> {
    await expect(this.events.getByText("'close'")).toHaveCount(2)
  }

  /** Chooses an item of the Export menu. @returns the downloaded file's name and bytes */
  async export(item: string | RegExp): Promise<{ name: string; data: Buffer }> {
    const download = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: 'Export' }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
    const file = await download
    return { name: file.suggestedFilename(), data: await readFile(await file.path()) }
  }

  /** Shows another view of the app, such as `Puzzle`. */
  async view(name: string): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).click()
  }

  /** Opens a trace file by way of the Open button. */
  async openTrace(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Open…' }).click()
    await (await chooser).setFiles(path)
    await expect(this.page.getByText(/^Opened:/).last()).toBeVisible()
  }

  /** Chooses a scenario by its title, and runs it. */
  async run(title: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Scenario/ }).click()
    await this.page.getByRole('option', { name: title }).click()
    await this.start.click()
  }
}
