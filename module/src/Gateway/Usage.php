<?php

declare(strict_types=1);

namespace PrestaShop\Module\OnlineChat\Gateway;

/** The command line is not understood; the message says which word. */
final class Usage extends \RuntimeException
{
    public const TEXT = <<<'TEXT'
        usage: php bin/onlinechat gateway [check] [OPTION …]

          --root DIR              the PrestaShop's folder (the one this module is in)
          --listen ADDRESS        127.0.0.1:8095, or unix:/path of a socket
          --metrics ADDRESS       GET /metrics and /health at this address (none)
          --proxy CIDR            a proxy whose X-Forwarded-For counts, beside loopback and the shops'
                                  own setting; may be given again
          --heartbeat SECONDS     a comment line to each stream (20)
          --buffer BYTES          what a slow reader may be behind (65536)
          --grace SECONDS         until a closed stream counts as gone (10)
          --most-streams N        streams in all (50000; a stream is an open file)
          --streams-person N      streams a person (20)
          --streams-address N     streams an address (200)
          --shed PERCENT          of a processor or of --memory, from which typing and read marks are left out (80);
                                  from 95 on new visitors are refused, and poll
          --memory MB             what the process should use at most (any)

        TEXT;
}
