<?php

namespace OnlineChat\Bench\Entry;

use OnlineChat\Bench\Report;

/** What the distance to an empty file is made of. */
final class Distance
{
    public function __construct(private readonly Report $report)
    {
    }

    /**
     * @param list<Load> $steps each does what the one before does, and something more
     * @param list<Load> $others
     */
    public function steps(array $steps, array $others): void
    {
        printf("\nWhat it is made of: each line does what the one before does, and more\n");
        $this->head('more CPU');
        $before = null;
        foreach ($steps as $load) {
            $this->line($load, $steps[0], $before);
            $before = $load;
        }
        echo "beside them\n";
        foreach ($others as $load) {
            $this->line($load, $steps[0], $steps[0]);
        }
    }

    /** @param list<Load> $loads the first is what the others are compared with */
    public function services(array $loads): void
    {
        printf("\nWhere the time goes\n");
        $this->head('more CPU');
        foreach ($loads as $i => $load) {
            $this->line($load, $loads[0], $i ? $loads[0] : null);
        }
    }

    private function head(string $more): void
    {
        printf("%-32s %9s %9s %10s %9s %8s %8s %8s %8s\n", 'µs of CPU a request', 'per s', 'of empty', 'all', $more,
            ...Cpu::SERVICES);
    }

    private function line(Load $load, Load $first, ?Load $before): void
    {
        $cpu = array_map(static fn ($sample): float => 1000 * $sample->median(), $load->cpu);
        $more = $before ? $cpu['all'] - 1000 * $before->cpu['all']->median() : 0.0;
        $share = $load->rate->median() / $first->rate->median();
        $values = ['per_second' => round($load->rate->median(), 1), 'of_empty' => round($share, 4),
            'cpu_us' => array_map(static fn (float $us): float => round($us, 1), $cpu)];
        $this->report->note("distance: $load->name", $values, sprintf(
            '%-32s %9s %9.2f %10.0f %9s %8.0f %8.0f %8.0f %8.0f',
            $load->name, number_format($load->rate->median(), 0, '.', ' '), $share, $cpu['all'],
            $before ? sprintf('%+.0f', $more) : '', ...array_map(static fn (string $s): float => $cpu[$s], Cpu::SERVICES),
        ));
    }
}
