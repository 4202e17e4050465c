# Sending notices, as far as no relay is needed; the tests of operations send to a real one.
store init --demo --fields persons
notice send
notice send --summary --limit 0
notice list --limit 2 --fields id,name,state,tries,answer
notice list --state failed
notice resend
notice resend n-1
notice resend n-1 --failed
notice resend n-999
notice resend --failed
config set mail.url http://mail.example.be
config set mail.url smtps://dienst:geheim@mail.example.be
config set mail.url smtp://mail.example.be:587
config set mail.from nobody
config set mail.from 'Toegangsbeheer <toegang@example.be>'
config set mail.user dienst
notice send
notice customers
notice customers 1
notice customers --state weg
