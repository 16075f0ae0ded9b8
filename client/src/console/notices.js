/** The browser's own notifications, for an operator who looks at something else. */
export class Notices {
    /** @param {{open: (id: number) => void, icon?: string, view?: Window}} options open: shows a conversation */
    constructor({ open, icon = '', view = window }) {
        Object.assign(this, { open, icon, view });
    }

    /** On a click, and only as long as nobody has answered: browsers punish pages that ask out of the blue. */
    ask() {
        if (this.view.Notification?.permission === 'default') {
            // older browsers answer by a callback only; the answer is read when it is needed
            this.view.Notification.requestPermission()?.catch?.(() => {});
        }
    }

    /** @param {{id: number, title: string, text: string}} about one notification a conversation, the newest */
    show({ id, title, text }) {
        const { view } = this;

        if (view.Notification?.permission !== 'granted' || view.document.hasFocus()) {
            return;
        }
        try {
            const notice = new view.Notification(title, { body: text, tag: `onlinechat-${id}`, renotify: true, silent: true });

            notice.onclick = () => {
                view.focus();
                this.open(id);
                notice.close();
            };
        } catch {
            // phones allow notifications to service workers only
        }
    }
}
