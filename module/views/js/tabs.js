/* The configuration page's tabs: its links as tabs, so that what was typed in one stays while another is read. */
(() => {
    const list = document.getElementById('onlinechat-tabs');
    const tabs = [...list?.querySelectorAll('a') ?? []];
    const panelOf = (tab) => document.getElementById(`onlinechat-panel-${tab.dataset.onlinechatTab}`);

    const choose = (tab) => {
        tabs.forEach((one) => {
            const chosen = one === tab;

            one.classList.toggle('active', chosen);
            one.setAttribute('aria-selected', String(chosen));
            one.tabIndex = chosen ? 0 : -1;
            panelOf(one).hidden = !chosen;
        });
        // the console looks anew whether the preview is beneath it
        window.dispatchEvent(new Event('resize'));
    };

    const visit = (tab) => {
        choose(tab);
        // reloaded or kept as a bookmark the page shows this tab
        history.replaceState(history.state, '', tab.href);
    };

    /** What the address points at may be in a tab that is not shown, or in an answer that is folded. */
    const follow = (hash) => {
        const target = hash ? document.getElementById(hash.slice(1)) : null;
        const panel = target?.closest('.onlinechat-panel');

        if (panel) {
            choose(tabs.find((tab) => panelOf(tab) === panel));
            target.closest('details')?.setAttribute('open', '');
            target.scrollIntoView();
        }
    };

    const move = (event) => {
        const { key, target } = event;
        const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
        const steps = { ArrowLeft: -1, ArrowRight: 1 };
        const at = tabs.indexOf(target);
        const to = {
            Home: 0,
            End: tabs.length - 1,
            [key in steps ? key : '']: at + (key === forward ? 1 : -1),
        }[key];

        if (to !== undefined) {
            event.preventDefault();
            const tab = tabs[(to + tabs.length) % tabs.length];

            tab.focus();
            visit(tab);
        }
    };

    if (tabs.length) {
        list.setAttribute('role', 'tablist');
        tabs.forEach((tab) => {
            tab.parentElement.setAttribute('role', 'presentation');
            tab.setAttribute('role', 'tab');
            tab.removeAttribute('aria-current');
            tab.setAttribute('aria-controls', panelOf(tab).id);
            panelOf(tab).setAttribute('role', 'tabpanel');
        });
        choose(tabs.find((tab) => tab.classList.contains('active')));
        list.addEventListener('keydown', move);
        document.addEventListener('click', (event) => {
            const link = event.target.closest?.('a');
            const tab = tabs.find((one) => one.dataset.onlinechatTab === link?.dataset.onlinechatTab);

            if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
                return;
            }
            if (tab) {
                event.preventDefault();
                visit(tab);
                tab.focus();
            } else if (link.hash && link.pathname === location.pathname && link.closest('#onlinechat-page')) {
                event.preventDefault();
                follow(link.hash);
            }
        });
        follow(location.hash);
    }

    const copy = document.getElementById('onlinechat-copy');
    const diagnosis = document.getElementById('onlinechat-diagnosis');

    copy?.addEventListener('click', async () => {
        let done = false;

        try {
            await navigator.clipboard.writeText(diagnosis.value);
            done = true;
        } catch {
            // a shop without https has no clipboard
            diagnosis.select();
        }
        document.getElementById('onlinechat-copied').textContent = done ? copy.dataset.copied : copy.dataset.select;
    });
})();
