dcadmin store init
dcadmin --store sqlite:demo.db store init --demo
dcadmin store status
dcadmin store check
dcadmin store compact
dcadmin store backup dcadmin-2026-12-01.db
dcadmin store backup before.db && dcadmin store migrate
dcadmin store reopen --reason 'the last card was lost'
apart a server is wanted: examples/postgresql does it
dcadmin --store postgresql://owner@db/dcadmin store init --app-role desk
apart a server is wanted: examples/postgresql does it
dcadmin store copy --to postgresql://owner@db/dcadmin
apart a server is wanted: examples/postgresql does it
dcadmin store copy --from postgresql://owner@db/dcadmin --to sqlite:/srv/dcadmin.db
dcadmin policy list
dcadmin policy get retention
dcadmin policy set retention 12y --reason 'decision of the board'
