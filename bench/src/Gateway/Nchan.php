<?php

namespace OnlineChat\Bench\Gateway;

/** nginx with nchan: a channel for each visitor, messages come by POST. */
final class Nchan extends Server
{
    public function start(): void
    {
        // One worker, as the gateway is one process; one message kept a channel, a ping as often as ours.
        $file = self::nginx('nchan', 1, <<<NGINX
                nchan_max_reserved_memory 256M;
                server {
                    listen 127.0.0.1:$this->port backlog=4096;
                    location = /sub {
                        nchan_subscriber eventsource;
                        nchan_channel_id \$arg_id;
                        nchan_eventsource_ping_interval 20;
                    }
                    location = /pub {
                        nchan_publisher;
                        nchan_channel_id \$arg_id;
                        nchan_message_buffer_length 1;
                    }
                }
            NGINX);
        $this->launch('nchan', ['nginx', '-e', "$file.log", '-c', $file]);
        $this->answers($this->port);
    }

    public function stream(Visitor $visitor): array
    {
        return ["/sub?id=$visitor->conversation", "Onlinechat-Ticket: $visitor->ticket", (string) $visitor->conversation];
    }

    public function publishTo(): string
    {
        return "http:$this->port /pub?id=";
    }
}
