import type { Area } from './area'

/** What went wrong and what to do: the codes of shared/protocol/errors.ts, the failures of sockets, and the lost link. */
export const errors = {
  'errors.unknown': { en: 'Something went wrong.', 'zh-CN': '出了点问题。' },
  'errors.port-in-use.title': { en: 'Port {port} is taken.', 'zh-CN': '端口 {port} 已被占用。' },
  'errors.port-in-use.text': {
    en: 'Another program listens there. Choose another port in Server and socket options, or 0 for any free one.',
    'zh-CN': '另一个程序正在监听。请在“服务器与套接字选项”中换一个端口，或填 0 使用任意空闲端口。',
  },
  'errors.port-forbidden.title': { en: 'Port {port} needs more rights.', 'zh-CN': '使用端口 {port} 需要更高权限。' },
  'errors.port-forbidden.text': {
    en: 'This user may not listen below 1024. Choose a port from 1024 upwards.',
    'zh-CN': '当前用户不能监听 1024 以下的端口，请选择 1024 或更大的端口。',
  },
  'errors.port-invalid.title': { en: '{port} is no port.', 'zh-CN': '{port} 不是有效端口。' },
  'errors.port-invalid.text': {
    en: 'Choose a whole number from 0 (any free port) to 65535.',
    'zh-CN': '请选择 0（任意空闲端口）到 65535 之间的整数。',
  },
  'errors.port-blocked.title': {
    en: 'Browsers open no page on port {port}.',
    'zh-CN': '浏览器不会打开端口 {port} 上的网页。',
  },
  'errors.port-blocked.text': {
    en: 'It belongs to another service, such as mail. Choose another port, such as 3000, or 0 for any free one.',
    'zh-CN': '该端口属于邮件等其他服务。请换一个端口，例如 3000，或填 0 使用任意空闲端口。',
  },
  'errors.address-not-ours.title': {
    en: '{host} is not this computer’s loopback.',
    'zh-CN': '{host} 不是本机的回环地址。',
  },
  'errors.address-not-ours.text': { en: 'Use 127.0.0.1 or ::1.', 'zh-CN': '请使用 127.0.0.1 或 ::1。' },
  'errors.address-unavailable.title': { en: 'This computer has no address {host}.', 'zh-CN': '本机没有地址 {host}。' },
  'errors.address-unavailable.text': {
    en: 'IPv6 may be switched off. Choose 127.0.0.1 in Server and socket options.',
    'zh-CN': 'IPv6 可能已被禁用。请在“服务器与套接字选项”中选择 127.0.0.1。',
  },
  'errors.already-listening.title': {
    en: 'The server already listens on port {port}.',
    'zh-CN': '服务器已在端口 {port} 上监听。',
  },
  'errors.already-listening.text': {
    en: 'Stop it first (More → Stop everything), then listen elsewhere.',
    'zh-CN': '请先停止它（更多 → 全部停止），再换到别处监听。',
  },
  'errors.already-connected.title': { en: 'A connection is still open.', 'zh-CN': '仍有一个连接尚未关闭。' },
  'errors.already-connected.text': { en: 'Close it first, then connect again.', 'zh-CN': '请先关闭它，再重新连接。' },
  'errors.not-connected.title': { en: 'Nothing is connected on that side.', 'zh-CN': '该端没有连接。' },
  'errors.not-connected.text': { en: 'Press Connect first.', 'zh-CN': '请先点击“连接”。' },
  'errors.no-such-connection.title': { en: 'That connection is gone.', 'zh-CN': '该连接已不存在。' },
  'errors.no-such-connection.text': {
    en: 'Only the last 50 are kept. Choose another one.',
    'zh-CN': '只保留最近 50 个连接，请选择其他连接。',
  },
  'errors.side-not-ours.title': { en: 'That end belongs to another program.', 'zh-CN': '该端属于其他程序。' },
  'errors.side-not-ours.text': {
    en: 'Only its own user can act on it; the server’s side is ours.',
    'zh-CN': '只有它自己的使用者才能操作它；这里只能操作服务器一端。',
  },
  'errors.write-after-end.title': { en: 'That side has already ended.', 'zh-CN': '该端已经结束发送。' },
  'errors.write-after-end.text': {
    en: 'After end() nothing more can be written; the other side may still send.',
    'zh-CN': '调用 end() 之后不能再写入；对端仍可发送。',
  },
  'errors.already-ended.title': { en: 'That side has already ended.', 'zh-CN': '该端已经结束。' },
  'errors.already-ended.text': {
    en: 'Its FIN is sent once. Close the other side, or abort.',
    'zh-CN': 'FIN 只发送一次。请关闭另一端，或中止连接。',
  },
  'errors.connection-refused.title': { en: 'Connection refused.', 'zh-CN': '连接被拒绝。' },
  'errors.connection-refused.text': {
    en: 'Nobody listens there. Start the server first.',
    'zh-CN': '该处无人监听，请先启动服务器。',
  },
  'errors.scenario-running.title': { en: 'A scenario is still running.', 'zh-CN': '场景仍在运行。' },
  'errors.scenario-running.text': { en: 'Wait for its end, or press Stop.', 'zh-CN': '请等待其结束，或点击“停止”。' },
  'errors.experiment-running.title': { en: 'An experiment is still running.', 'zh-CN': '已有实验正在运行。' },
  'errors.experiment-running.text': {
    en: 'Wait for its end, or press Stop: two at once would disturb each other’s times.',
    'zh-CN': '请等待其结束，或点击“停止”：同时运行会互相干扰计时。',
  },
  'errors.experiment-stopped.title': { en: 'The experiment was stopped.', 'zh-CN': '实验已停止。' },
  'errors.experiment-stopped.text': { en: 'Start it again to get a result.', 'zh-CN': '如需结果，请重新开始。' },
  'errors.scenario-invalid.title': { en: 'This scenario can’t be played.', 'zh-CN': '无法运行此场景。' },
  'errors.scenario-invalid.text': { en: '{reason}', 'zh-CN': '{reason}' },
  'errors.step-timeout.title': { en: 'Step {step} never came.', 'zh-CN': '第 {step} 步没有等到。' },
  'errors.step-timeout.text': {
    en: 'It waited {seconds} s for {event}. The scenario ended there; choose another or run it again.',
    'zh-CN': '等待 {event} 已达 {seconds} 秒，场景到此结束；请换一个场景或重新运行。',
  },
  'errors.step-failed.title': { en: 'Step {step} failed.', 'zh-CN': '第 {step} 步失败。' },
  'errors.step-failed.text': { en: '{reason}', 'zh-CN': '{reason}' },
  'errors.bad-params.title': { en: 'The lab did not accept that value.', 'zh-CN': '实验室不接受该值。' },
  'errors.bad-params.text': { en: '{reason}', 'zh-CN': '{reason}' },
  'errors.bad-answer.title': { en: 'The lab’s answer was not understood.', 'zh-CN': '无法理解实验室的应答。' },
  'errors.bad-answer.text': {
    en: 'App and lab may be of different versions. Reload this page.',
    'zh-CN': '应用与实验室的版本可能不同，请重新加载页面。',
  },
  'errors.unknown-command.title': { en: 'The lab does not know that command.', 'zh-CN': '实验室不支持该命令。' },
  'errors.unknown-command.text': {
    en: 'App and lab may be of different versions. Reload this page.',
    'zh-CN': '应用与实验室的版本可能不同，请重新加载页面。',
  },
  'errors.forbidden.title': { en: 'This page has no key to the lab.', 'zh-CN': '此页面没有访问实验室的令牌。' },
  'errors.forbidden.text': {
    en: 'Open the whole address that the terminal printed, with what follows the #.',
    'zh-CN': '请打开终端打印的完整地址，包括 # 之后的部分。',
  },
  'errors.disconnected.title': { en: 'The link to the lab is lost.', 'zh-CN': '与实验室的连接已断开。' },
  'errors.disconnected.text': {
    en: 'Check that “npm start” is still running; the page connects again by itself.',
    'zh-CN': '请确认“npm start”仍在运行；页面会自动重新连接。',
  },
  'errors.save-failed.title': { en: 'The file was not saved.', 'zh-CN': '文件未能保存。' },
  'errors.save-failed.text': { en: '{reason}', 'zh-CN': '{reason}' },
  'errors.not-supported.title': { en: 'This can’t be done here.', 'zh-CN': '此处无法完成该操作。' },
  'errors.not-supported.text': { en: '{reason}', 'zh-CN': '{reason}' },
  'errors.internal.title': { en: 'Something unexpected went wrong.', 'zh-CN': '发生了意外错误。' },
  'errors.internal.text': { en: '{reason}', 'zh-CN': '{reason}' },
  'trouble.ECONNREFUSED.title': { en: 'Connection refused.', 'zh-CN': '连接被拒绝。' },
  'trouble.ECONNREFUSED.text': {
    en: 'Nobody listens on that port, so the other side’s TCP answered the SYN with RST. Start a server there, or connect to the lab’s own.',
    'zh-CN': '该端口无人监听，因此对端的 TCP 用 RST 回应了 SYN。请在该端口启动服务器，或连接到实验室自己的服务器。',
  },
  'trouble.ECONNRESET.title': { en: 'The {side}’s connection was reset.', 'zh-CN': '{side}的连接被复位。' },
  'trouble.ECONNRESET.text': {
    en: 'The other side sent RST: an abort, not a close. Data under way may be lost. Connect again to go on.',
    'zh-CN': '对端发送了 RST：这是中止而不是关闭，在途数据可能丢失。要继续请重新连接。',
  },
  'trouble.EPIPE.title': {
    en: 'The {side} wrote to a closed connection.',
    'zh-CN': '{side}向已关闭的连接写入了数据。',
  },
  'trouble.EPIPE.text': {
    en: 'The other side no longer takes data. Connect again to go on.',
    'zh-CN': '对端已不再接收数据。要继续请重新连接。',
  },
  'trouble.ETIMEDOUT.title': { en: 'No answer came in time.', 'zh-CN': '未能及时收到应答。' },
  'trouble.ETIMEDOUT.text': {
    en: 'TCP gave up after several retransmissions. Check the address, then connect again.',
    'zh-CN': 'TCP 多次重传后放弃。请检查地址后重新连接。',
  },
  'trouble.EADDRNOTAVAIL.title': { en: 'This computer has no such address.', 'zh-CN': '本机没有这个地址。' },
  'trouble.EADDRNOTAVAIL.text': {
    en: 'Choose 127.0.0.1 in Server and socket options.',
    'zh-CN': '请在“服务器与套接字选项”中选择 127.0.0.1。',
  },
  'trouble.other.title': { en: 'The {side}’s socket reported {code}.', 'zh-CN': '{side}的套接字报告了 {code}。' },
  'trouble.other.text': {
    en: 'Select the error event to see it in place; connect again to go on.',
    'zh-CN': '选择该错误事件可查看其位置；要继续请重新连接。',
  },
  'link.connecting.title': { en: 'Connecting to the lab…', 'zh-CN': '正在连接实验室…' },
  'link.connecting.text': { en: 'This takes a moment.', 'zh-CN': '请稍候。' },
  'link.lost.title': { en: 'The link to the lab is lost.', 'zh-CN': '与实验室的连接已断开。' },
  'link.lost.text': {
    en: 'What is shown stays. Trying again by itself; check that “npm start” is still running and that the whole address it printed was opened.',
    'zh-CN': '已显示的内容会保留，并会自动重试。请确认“npm start”仍在运行，且打开的是它所打印的完整地址。',
  },
} satisfies Area
