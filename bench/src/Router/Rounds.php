<?php

namespace OnlineChat\Bench\Router;

use OnlineChat\Bench\Sample;

/** Takes turns, each round in the other order: what disturbs the machine disturbs all sides alike. */
final class Rounds
{
    private const WARM_UP = 25;

    public function __construct(private readonly int $rounds, private readonly int $each)
    {
    }

    /**
     * @param array<string, callable(): float> $measures
     * @param ?callable(): void $before each round
     * @return array<string, Sample>
     */
    public function run(array $measures, ?callable $before = null): array
    {
        $before && $before();
        for ($i = 0; $i < self::WARM_UP; $i++) {
            foreach ($measures as $measure) {
                $measure();
            }
        }
        $samples = array_map(static fn (): Sample => new Sample(), $measures);
        for ($round = 0; $round < $this->rounds; $round++) {
            $before && $before();
            for ($i = 0; $i < $this->each; $i++) {
                foreach ($measures as $name => $measure) {
                    $samples[$name]->add($round, $measure());
                }
            }
            $measures = array_reverse($measures);
        }
        return $samples;
    }
}
