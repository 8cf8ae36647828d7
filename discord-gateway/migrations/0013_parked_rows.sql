-- What is set aside is read at every start of a worker and with every scrape of its metrics: few rows of very many.

create index inbox_parked on relay.inbox (position) where state = 'parked';
