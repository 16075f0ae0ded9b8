/**
 * Plays a test on its stage. Fails where it is not done within its limit (ms), or its pages complained.
 *
 * @param {{ run: (stage: object) => Promise<void>, limit?: number }} test
 * @param {{ complaints: string[] }} stage
 * @param {number} usual limit of a test that names none
 */
export async function play(test, stage, usual) {
    const limit = test.limit ?? usual;
    let timer;

    try {
        await Promise.race([
            test.run(stage),
            new Promise((_, reject) => {
                timer = setTimeout(() => reject(new Error(`not done within ${limit} ms`)), limit);
            }),
        ]);
    } finally {
        clearTimeout(timer);
    }
    if (stage.complaints.length) {
        throw new Error(stage.complaints.join('\n'));
    }
}
