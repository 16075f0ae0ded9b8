/** What the back office's page tells the console. */
export async function configOf(page) {
    return JSON.parse(await page.locator('#onlinechat-console-config').textContent());
}

/** A request the console makes, from its page: with the employee's cookies. */
export function ask(page, address, body) {
    return page.evaluate(async ([url, json]) => {
        const response = await fetch(url, json === null ? {} : {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(json),
        });

        return { status: response.status, redirected: response.redirected, data: await response.json().catch(() => null) };
    }, [address, body ?? null]);
}
