<?php

namespace OnlineChat\Bench\History;

use OnlineChat\Bench\Extension;

/** Sees to it that the data is there, and right. */
final class Prepare
{
    public static function run(): void
    {
        $data = new Data();
        if ($data->kept()) {
            fwrite(STDERR, "the data of the last run is kept\n");
        } else {
            fwrite(STDERR, 'loading ' . number_format(Data::conversations()) . " conversations\n");
            $facts = (new Loader())->run();
            $data = new Data();
            $data->note((new Extension())->chat(Data::SHOP)->schema(), $facts);
        }
        $facts = $data->facts();
        if (!isset($facts['verified'])) {
            $facts['verified'] = (new Check($data))->run();
            $data->note((new Extension())->chat(Data::SHOP)->schema(), $facts);
            fwrite(STDERR, "verified: {$facts['verified']}\n");
        }
    }
}
