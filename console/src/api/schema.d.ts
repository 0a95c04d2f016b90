// Made by 'npm run generate' from docs/openapi.json.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive
         * @description 进程是否存活
         *
         *     公开 / Public.
         */
        get: operations["readLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the service ready
         * @description 服务是否就绪
         *
         *     Not ready (503) until migrated and connected, and while shutting down; then `reasons` says why. Either answer names the database and what its acknowledged steps survive.
         *
         *     公开 / Public.
         */
        get: operations["readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures for Prometheus
         * @description 运行指标
         *
         *     公开 / Public.
         */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My session
         * @description 查看本人的登录会话
         *
         *     权限 / Permission `session.use`: 查看、切换和结束本人的登录会话，管理本人的密码和第二验证要素 / See, switch and end their own session; keep their own password and second factor.
         */
        get: operations["readSession"];
        put?: never;
        /**
         * Sign in
         * @description 登录
         *
         *     By name, password and, once a second factor is enrolled, a code. The answer to whatever is wrong is the same: 401. The session is in a cookie that no script can read; changes made with it take the header `X-CSRF-Token` as well.
         *
         *     公开 / Public.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description 退出登录
         *
         *     Ends the session of this browser at once. By a key there is none to end, and nothing happens.
         *
         *     权限 / Permission `session.use`: 查看、切换和结束本人的登录会话，管理本人的密码和第二验证要素 / See, switch and end their own session; keep their own password and second factor.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Act for another unit
         * @description 切换履职单位
         *
         *     People act for one unit at a time, with the roles they hold there.
         *
         *     权限 / Permission `session.use`: 查看、切换和结束本人的登录会话，管理本人的密码和第二验证要素 / See, switch and end their own session; keep their own password and second factor.
         */
        put: operations["switchPost"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description 更改密码
         *
         *     Ends every other session of the account. Twelve characters at least, and not easily guessed.
         *
         *     权限 / Permission `session.use`: 查看、切换和结束本人的登录会话，管理本人的密码和第二验证要素 / See, switch and end their own session; keep their own password and second factor.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol a second factor
         * @description 设置第二验证要素
         *
         *     One-time codes by time (RFC 6238). It counts once it is confirmed.
         *
         *     权限 / Permission `session.use`: 查看、切换和结束本人的登录会话，管理本人的密码和第二验证要素 / See, switch and end their own session; keep their own password and second factor.
         */
        post: operations["enrolSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the second factor
         * @description 确认第二验证要素
         *
         *     By a first code. Ends every other session of the account, and gives codes for the day it is lost.
         *
         *     权限 / Permission `session.use`: 查看、切换和结束本人的登录会话，管理本人的密码和第二验证要素 / See, switch and end their own session; keep their own password and second factor.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in by the provider
         * @description 经身份提供方登录
         *
         *     OpenID Connect: authorization code with PKCE. For browsers to go to. 404 where none is set up.
         *
         *     公开 / Public.
         */
        get: operations["beginSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Back from the provider
         * @description 身份提供方返回
         *
         *     Where the provider sends the browser to. An answer counts once, in the browser that asked; a subject that is linked to no account is refused like everything else: 401.
         *
         *     公开 / Public.
         */
        get: operations["finishSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token
         * @description 签发访问令牌
         *
         *     RFC 6749, 4.4: `grant_type=client_credentials` as a form; the client by HTTP Basic, or `client_id` and `client_secret` in the form. The token is opaque, good for ten minutes, and sent as `Authorization: Bearer`. This one address answers errors as that standard has it (5.2): 400 or 401 with `error` and `error_description` as JSON. What is wrong below that (media type, size) is a problem document as everywhere.
         *
         *     公开 / Public.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the procedures
         * @description 程序列表
         *
         *     权限 / Permission `procedure.read`: 查阅各类程序及其图示 / Read the procedures and their diagrams.
         */
        get: operations["listProcedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a procedure
         * @description 程序详情
         *
         *     States, transitions with roles, guards and basis, and the JSON Schema of every event.
         *
         *     权限 / Permission `procedure.read`: 查阅各类程序及其图示 / Read the procedures and their diagrams.
         */
        get: operations["readProcedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures/{name}/diagram.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draw a procedure
         * @description 程序图
         *
         *     With `case`, a case of that procedure: drawn in its own version, its present state highlighted.
         *
         *     权限 / Permission `procedure.read`: 查阅各类程序及其图示 / Read the procedures and their diagrams.
         */
        get: operations["drawProcedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures/{name}/diagram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where everything stands in the diagram of a procedure
         * @description 程序图的布局
         *
         *     The same picture as places and words, for programs that draw it themselves; boxes hold either language. With `case`, a case of that procedure in its own version: its present state, the events it accepts there, and for those who work on it the way it took. Events of every procedure (notes, assignment, recusal …) are not drawn.
         *
         *     权限 / Permission `procedure.read`: 查阅各类程序及其图示 / Read the procedures and their diagrams.
         */
        get: operations["layOutProcedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the words of all codes
         * @description 代码用语
         *
         *     Every code that an answer may hold, with its words, by kind. The same until the program is started again: keep it, and ask with `If-None-Match`.
         *
         *     权限 / Permission `procedure.read`: 查阅各类程序及其图示 / Read the procedures and their diagrams.
         */
        get: operations["readWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures/{name}/migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose to move running cases to a newer version
         * @description 提出将在办案件转入新版本
         *
         *     Plans it for every running case of an older version, by replaying each case's journal against the newer one. Changes no case: that takes the approval of another person.
         *
         *     权限 / Permission `migration.propose`: 提出将在办案件转入程序新版本 / Propose to move running cases to a newer version of their procedure.
         */
        post: operations["proposeMigration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List migrations of running cases
         * @description 案件迁移列表
         *
         *     权限 / Permission `migration.read`: 查阅案件迁移及其影响 / Read migrations of running cases and what they mean.
         */
        get: operations["listMigrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/migrations/{migrationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a migration of running cases
         * @description 查阅案件迁移
         *
         *     权限 / Permission `migration.read`: 查阅案件迁移及其影响 / Read migrations of running cases and what they mean.
         */
        get: operations["readMigration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/migrations/{migrationId}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a migration means for each case
         * @description 案件迁移所涉案件
         *
         *     权限 / Permission `migration.read`: 查阅案件迁移及其影响 / Read migrations of running cases and what they mean.
         */
        get: operations["listMigrationCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/migrations/{migrationId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a migration of running cases and carry it out
         * @description 批准并实施案件迁移
         *
         *     By somebody other than who proposed it. Each case is planned anew and moved in a step of its own; one that is blocked stays on its version. Asked again, it goes on where it was interrupted.
         *
         *     权限 / Permission `migration.approve`: 批准他人提出的案件迁移并实施 / Approve a migration that somebody else proposed, and have it carried out.
         */
        post: operations["approveMigration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rights table
         * @description 权限表
         *
         *     Operation x role, and for acting on cases each event x role with what else it takes.
         *
         *     权限 / Permission `permission.read`: 查阅权限表 / Read the rights table.
         */
        get: operations["readPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description 当前身份
         *
         *     权限 / Permission `permission.read`: 查阅权限表 / Read the rights table.
         */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each role is for
         * @description 角色说明
         *
         *     Every role somebody can hold, with what it may and may not do and the operations it may try.
         *
         *     权限 / Permission `permission.read`: 查阅权限表 / Read the rights table.
         */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the units
         * @description 单位列表
         *
         *     权限 / Permission `directory.read`: 查阅单位、人员、任职和密钥 / Read units, people, posts and keys.
         */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make or change a unit
         * @description 设立或者变更单位
         *
         *     Units are a tree: a circle, an unknown parent and a unit above itself are refused and journalled.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        put: operations["putUnit"];
        post?: never;
        /**
         * Remove a unit
         * @description 撤销单位
         *
         *     Only where nothing hangs on it: no unit below, no grant ever made in it, no valid key, no case.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        delete: operations["removeUnit"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people of the body
         * @description 人员列表
         *
         *     By reference. With `q`, those whose reference or name begins so; the search is journalled, its words are not. Whoever is known as a reporter alone stands in no list.
         *
         *     权限 / Permission `directory.read`: 查阅单位、人员、任职和密钥 / Read units, people, posts and keys.
         */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a person known, or change their name
         * @description 登记人员或者更改姓名
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        put: operations["putPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a person go
         * @description 人员离开
         *
         *     At once: keys, sessions, posts and substitutions end. Open cases assigned to the person are told in numbers; whoever may know of them hands them over with `/api/v1/handovers`. Asked again, it answers the same.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        post: operations["leaveBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up a colleague or an official
         * @description 查找同事或者被反映人员
         *
         *     Colleagues are the staff of the bodies you reach, fifty at most; `role` leaves those who hold it. Officials are named persons whose reference or name begins so, ten at most; that is a search over persons, put on record with its purpose and without its words.
         *
         *     权限 / Permission `person.look_up`: 填写表单时查找单位、同事和被反映人员 / Look up units, colleagues and officials while filling in a form.
         */
        get: operations["lookUpPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up a unit
         * @description 查找单位
         *
         *     权限 / Permission `person.look_up`: 填写表单时查找单位、同事和被反映人员 / Look up units, colleagues and officials while filling in a form.
         */
        get: operations["lookUpUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register somebody the directory does not know
         * @description 登记名册中没有的人员
         *
         *     Makes an opaque reference; the journal knows the pseudonym, never the name. Where somebody of that name is known who may be meant, it is refused with their references, unless `isSomebodyElse` says that they were looked at.
         *
         *     权限 / Permission `person.register`: 登记名册中没有的被反映人员 / Register an official whom the directory does not know.
         */
        post: operations["registerPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List posts, acting posts and substitutions
         * @description 任职列表
         *
         *     权限 / Permission `directory.read`: 查阅单位、人员、任职和密钥 / Read units, people, posts and keys.
         */
        get: operations["listGrants"];
        put?: never;
        /**
         * Give somebody a role
         * @description 授予角色
         *
         *     A post, an acting post, or standing in for somebody who holds that role in that unit now. Acting posts and substitutions end by themselves. An administrator holds no case role, and nobody grants to themselves.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        post: operations["makeGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{grantId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a role that was given
         * @description 撤回授予的角色
         *
         *     At once, and with it the substitutions for it. One that is withdrawn already stays as it is.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        post: operations["withdrawGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List keys, without secrets
         * @description 密钥列表
         *
         *     权限 / Permission `directory.read`: 查阅单位、人员、任职和密钥 / Read units, people, posts and keys.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key for a person or a system
         * @description 制发密钥
         *
         *     For somebody the directory knows, and never for oneself. The secret is shown this once.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        post: operations["makeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{keyId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a key
         * @description 撤销密钥
         *
         *     It opens nothing from the next second on. One that is revoked already stays as it is.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts, without secrets
         * @description 账号列表
         *
         *     Open accounts by the reference of their person, disabled ones too. Whoever is known as a reporter alone stands in no list.
         *
         *     权限 / Permission `directory.read`: 查阅单位、人员、任职和密钥 / Read units, people, posts and keys.
         */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Make an account for somebody
         * @description 开立账号
         *
         *     For somebody the directory knows, and never for oneself. The one-time password is shown this once; its holder changes it at the first sign-in.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        post: operations["makeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset the password of an account
         * @description 重置账号密码
         *
         *     Ends every session of the account. Make sure by other means who asks.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        post: operations["resetAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an account
         * @description 停用账号
         *
         *     Its sessions end at once and nobody signs in with it. Posts and keys of the person stay as they are.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        post: operations["disableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an account again
         * @description 启用账号
         *
         *     Its holder signs in as before. One that is enabled already stays as it is.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        post: operations["enableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the open sessions of an account
         * @description 账号的登录会话
         *
         *     权限 / Permission `directory.read`: 查阅单位、人员、任职和密钥 / Read units, people, posts and keys.
         */
        get: operations["listAccountSessions"];
        put?: never;
        post?: never;
        /**
         * End every session of an account
         * @description 结束他人的全部登录会话
         *
         *     At once, with its calendar subscription. Its holder may sign in again; where a password is in wrong hands, reset it.
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        delete: operations["endAccountSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session of an account
         * @description 结束他人的登录会话
         *
         *     权限 / Permission `directory.change`: 变更单位、人员、任职和密钥，本人的除外 / Change units, people, posts and keys, but not what they hold themselves.
         */
        delete: operations["endAccountSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand the open cases of one person over to another
         * @description 移交在办案件
         *
         *     Each case you may know of is assigned by the event `ASSIGN` and gets the reason as a note; no rule is passed over. What a case refuses is told and stays where it is. Some hundred at once: ask again with `nextCursor`.
         *
         *     权限 / Permission `case.hand_over`: 将某人可知悉的在办案件移交他人 / Hand the open cases of somebody over to another, as far as they may know of them.
         */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description 案件列表
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listCases"];
        put?: never;
        /**
         * Open a case
         * @description 发起案件
         *
         *     权限 / Permission `case.open`: 发起程序准许其发起的案件 / Open a case, where its procedure lets them.
         */
        post: operations["openCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count cases
         * @description 案件计数
         *
         *     With the filters of the list. At most 1001 are counted: where `isCapped`, there are more, and every figure is a least.
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["countCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case
         * @description 查阅案件
         *
         *     With `at`, the case as it stood at that instant, rebuilt from its journal.
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["readCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may be done now
         * @description 当前可办理的事项
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A case's journal, oldest first or newest first
         * @description 案件日志
         *
         *     Those who work on the case are told who acted, but never who reported: a reporter stays a pseudonym.
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listCaseEvents"];
        put?: never;
        /**
         * Apply one event to a case
         * @description 办理一项案件事项
         *
         *     权限 / Permission `case.act`: 办理案件当前状态准许其办理的事项 / Act on a case, as its state lets them.
         */
        post: operations["applyCaseEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has a part in the case
         * @description 案件有关人员
         *
         *     For those who work on the case: whom it is about, who is in charge, who took part and who acted, by name. Never who reported it. A party is told of themselves alone.
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listCasePeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clocks, with the steps of their derivation
         * @description 期限及其计算过程
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["explainClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/family": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Linked cases
         * @description 关联案件
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listCaseFamily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person did in the family of the case
         * @description 某人在本案件族中的行为
         *
         *     What a decision to grant the recusal of that person has to keep, redo or exclude, one by one.
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My views, and those my unit shares
         * @description 我的视图和本部门共享的视图
         *
         *     权限 / Permission `view.keep`: 保存本人的列表视图，查看本部门共享的视图 / Keep views of lists, and see those their unit shares.
         */
        get: operations["listViews"];
        put?: never;
        /**
         * Save a view
         * @description 保存视图
         *
         *     Filters and order of a list under a name. A search (`q`, `number`) is not kept: who looks for a person does so on record, each time.
         *
         *     权限 / Permission `view.keep`: 保存本人的列表视图，查看本部门共享的视图 / Keep views of lists, and see those their unit shares.
         */
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace a view of mine
         * @description 修改本人的视图
         *
         *     权限 / Permission `view.keep`: 保存本人的列表视图，查看本部门共享的视图 / Keep views of lists, and see those their unit shares.
         */
        put: operations["changeView"];
        post?: never;
        /**
         * Remove a view of mine
         * @description 删除本人的视图
         *
         *     权限 / Permission `view.keep`: 保存本人的列表视图，查看本部门共享的视图 / Keep views of lists, and see those their unit shares.
         */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How I like the console
         * @description 本人的界面偏好
         *
         *     权限 / Permission `session.use`: 查看、切换和结束本人的登录会话，管理本人的密码和第二验证要素 / See, switch and end their own session; keep their own password and second factor.
         */
        get: operations["readPreferences"];
        /**
         * Keep how I like the console
         * @description 保存本人的界面偏好
         *
         *     Replaces them all; what is left out goes back to its default.
         *
         *     权限 / Permission `session.use`: 查看、切换和结束本人的登录会话，管理本人的密码和第二验证要素 / See, switch and end their own session; keep their own password and second factor.
         */
        put: operations["putPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my drafts
         * @description 本人的草稿
         *
         *     The latest first, without what is in them.
         *
         *     权限 / Permission `draft.keep`: 保存本人尚未提交的草稿 / Keep drafts of what they have not sent yet.
         */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{draftKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a draft
         * @description 读取草稿
         *
         *     One about a case is there only while the asker may know of the case.
         *
         *     权限 / Permission `draft.keep`: 保存本人尚未提交的草稿 / Keep drafts of what they have not sent yet.
         */
        get: operations["readDraft"];
        /**
         * Save a draft
         * @description 保存草稿
         *
         *     Sealed, read by nobody else, in no log and no journal; gone thirty days after the last save. With `If-Match` or `If-None-Match: *` it is saved only where nobody, nor another window, has saved it meanwhile.
         *
         *     权限 / Permission `draft.keep`: 保存本人尚未提交的草稿 / Keep drafts of what they have not sent yet.
         */
        put: operations["putDraft"];
        post?: never;
        /**
         * Remove a draft
         * @description 删除草稿
         *
         *     Also where there is none.
         *
         *     权限 / Permission `draft.keep`: 保存本人尚未提交的草稿 / Keep drafts of what they have not sent yet.
         */
        delete: operations["removeDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaints/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complaints that a new one may repeat
         * @description 疑似重复的检举控告
         *
         *     Among those about the same persons that you may know of and work on; at most twenty are compared. Words are compared in memory and none of them is answered. Each person asked for is put on record, with the purpose.
         *
         *     权限 / Permission `complaint.compare`: 查找可知悉的疑似重复检举控告 / Look for complaints they may know of that a new one may repeat.
         */
        post: operations["findDuplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadlines/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * When a clock would be due
         * @description 期限试算
         *
         *     From the limits of the profile and its working days, step by step. Nothing is written.
         *
         *     权限 / Permission `deadline.read`: 查看可知悉案件的期限，订阅本人的期限日历 / See what is due in the cases they may know of, and subscribe to a calendar of their own.
         */
        post: operations["previewDeadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the reporter and the body wrote to each other
         * @description 与举报人的往来留言
         *
         *     Of a complaint that came in by the portal. Of what the reporter wrote the day is kept, not the hour.
         *
         *     权限 / Permission `message.read`: 查阅可知悉的检举控告与举报人的往来留言 / Read what reporters and those who work on their reports wrote to each other.
         */
        get: operations["listCaseMessages"];
        put?: never;
        /**
         * Write to the reporter
         * @description 给举报人留言
         *
         *     Journalled as `message.sent`, without its words. The reporter reads it when they come back.
         *
         *     权限 / Permission `message.send`: 给举报人留言 / Write to a reporter.
         */
        post: operations["sendCaseMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what happens in the cases you may know of
         * @description 实时更新
         *
         *     Accepted events of the cases you may know of, as server-sent events, from `after` or `Last-Event-ID` on, or from now.
         *
         *     * `case`: `{case, procedure, version, state, type}`; `state` is where the case stands now. `type` is null for a party. The
         *       `id` is a place in the journal: coming back with it, you miss nothing and hear nothing twice, from whatever process.
         *     * `presence`: `{case}`: somebody opened or closed a case you work on, or began to edit.
         *     * `reset`: you were away for too long; read again what you show.
         *     * `end`: `{reason}`: `signed_out`, `stopping` or `unavailable`. Come back but for the first.
         *
         *     Who may know of what is asked anew every second. Without `Accept: text/event-stream` the answer tells what there is and
         *     ends. The stream does not keep a session in use.
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["followCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who else has a case open
         * @description 谁正在查看或者填写
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["readPresence"];
        /**
         * Say that you have a case open, and hear who else has
         * @description 告知本人正在查看或者填写
         *
         *     Every 20 seconds or so; a minute without it, and you are taken for gone.
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        put: operations["keepPresence"];
        post?: never;
        /**
         * Say that you have closed a case
         * @description 告知本人已离开
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        delete: operations["endPresence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who else has which of these cases open
         * @description 各案件正在查看或者填写的人
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for one event on many cases
         * @description 批量办理
         *
         *     Only events that every procedure has and that decide nothing: `ASSIGN`, and `NOTE`, which chases. With `dryRun` each case is judged by the step itself: what waits would change, what is skipped is listed with the reason. Without, the batch runs in the background, one case after another, each by its present version: follow it by its address. Each event carries the batch as its `reference`. Tags do not exist, so they are not put on in batches.
         *
         *     权限 / Permission `batch.run`: 对可知悉的多个案件批量指定承办人或者催办，逐件按规则判断 / Assign or chase many cases they may know of at once, each judged by its rules.
         */
        post: operations["createBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a batch is
         * @description 批量办理的进度
         *
         *     权限 / Permission `batch.run`: 对可知悉的多个案件批量指定承办人或者催办，逐件按规则判断 / Assign or chase many cases they may know of at once, each judged by its rules.
         */
        get: operations["readBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batchId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of each case of a batch
         * @description 批量办理的逐件结果
         *
         *     权限 / Permission `batch.run`: 对可知悉的多个案件批量指定承办人或者催办，逐件按规则判断 / Assign or chase many cases they may know of at once, each judged by its rules.
         */
        get: operations["listBatchItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batchId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a batch: the cases that wait are left alone
         * @description 停止批量办理
         *
         *     权限 / Permission `batch.run`: 对可知悉的多个案件批量指定承办人或者催办，逐件按规则判断 / Assign or chase many cases they may know of at once, each judged by its rules.
         */
        post: operations["stopBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{batchId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the cases of a batch that failed have another turn
         * @description 重试失败的案件
         *
         *     权限 / Permission `batch.run`: 对可知悉的多个案件批量指定承办人或者催办，逐件按规则判断 / Assign or chase many cases they may know of at once, each judged by its rules.
         */
        post: operations["retryBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report something
         * @description 提交举报
         *
         *     Opens a complaint. The receipt is the only way back to it and is answered this once. Nothing of who reports is logged; a name is sealed apart.
         *
         *     公开 / Public.
         */
        post: operations["sendPortalReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a receipt and see how the report stands
         * @description 凭查询码查询
         *
         *     The code travels in the body. A wrong code, one that is none and one whose report was erased get the same answer.
         *
         *     公开 / Public.
         */
        post: operations["openPortalSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to those who work on the report, or act on it
         * @description 举报人留言、补充情况
         *
         *     With the receipt or the token of a session in the body, or the token as `Bearer`. Files go through the page `/portal/message`.
         *
         *     公开 / Public.
         */
        post: operations["sendPortalMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Start of the portal
         * @description 举报平台首页
         *
         *     公开 / Public.
         */
        get: operations["showPortal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The form of a report
         * @description 举报表单
         *
         *     公开 / Public.
         */
        get: operations["showReportForm"];
        put?: never;
        /**
         * Send the form
         * @description 提交举报表单
         *
         *     Posted by the page, as a form. Refusals are pages too, with the status of the problem.
         *
         *     公开 / Public.
         */
        post: operations["postReportForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Type the receipt back
         * @description 输回查询码
         *
         *     Posted by the page, as a form. Refusals are pages too, with the status of the problem.
         *
         *     公开 / Public.
         */
        post: operations["postReceiptForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask for the code
         * @description 查询办理进度
         *
         *     公开 / Public.
         */
        get: operations["showCodeForm"];
        put?: never;
        /**
         * Show the code and see the report
         * @description 凭查询码查询
         *
         *     Posted by the page, as a form. Refusals are pages too, with the status of the problem.
         *
         *     公开 / Public.
         */
        post: operations["postCodeForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write, add a file, or act
         * @description 举报人留言
         *
         *     Posted by the page, as a form. Refusals are pages too, with the status of the problem.
         *
         *     公开 / Public.
         */
        post: operations["postMessageForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/style.css": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the pages of the portal look
         * @description 举报平台样式
         *
         *     公开 / Public.
         */
        get: operations["readPortalStyle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/identity-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who asked to open the identity of a case, and what became of it
         * @description 身份开启申请列表
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listIdentityRequests"];
        put?: never;
        /**
         * Ask that a sealed identity be opened
         * @description 申请开启封存的身份信息
         *
         *     Opens nothing: that takes the approval of a second person. Ten an hour; more are refused, and the journal says so.
         *
         *     权限 / Permission `identity.request`: 申请开启封存的身份信息 / Ask that a sealed identity be opened.
         */
        post: operations["requestIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/identity-requests/{requestId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or refuse that an identity be opened
         * @description 批准或者不批准开启身份信息
         *
         *     By somebody else than who asked, who does not handle the matter. Finding out who reported without a name takes the superior body. An approval opens once, within 72 hours.
         *
         *     权限 / Permission `identity.approve`: 批准他人提出的身份开启申请，追查匿名举报人仅限上级机关 / Approve that an identity somebody else asked for be opened; of a nameless reporter, the superior body only.
         */
        post: operations["decideIdentityRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/identity-requests/{requestId}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See the identity that was approved to be opened, once
         * @description 查看已批准开启的身份信息
         *
         *     For who asked, or the custodian who hands it over. The journal says that it was opened before it is answered.
         *
         *     权限 / Permission `identity.open`: 查看经批准开启的身份信息：申请人或者转交的身份信息保管人 / See an identity that was approved to be opened: who asked, or the custodian who hands it over.
         */
        post: operations["openIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identities/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count the families in which a name or a contact was given
         * @description 统计某身份信息涉及多少案件族
         *
         *     Exact spelling but for width, case, blanks and punctuation. A number, never which; the journal keeps that somebody counted.
         *
         *     权限 / Permission `identity.count`: 统计某姓名或者联系方式涉及多少可知悉的案件族 / Count in how many families they may know of a name or a contact was given.
         */
        post: operations["countIdentities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/legal-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The legal holds on a family of cases
         * @description 依法保留令列表
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listLegalHolds"];
        put?: never;
        /**
         * Order that a family of cases be kept
         * @description 下达依法保留令
         *
         *     权限 / Permission `legal_hold.place`: 下达依法保留令 / Order that a family of cases be kept.
         */
        post: operations["placeLegalHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/legal-holds/{holdId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a legal hold
         * @description 解除依法保留令
         *
         *     By somebody else than who placed it.
         *
         *     权限 / Permission `legal_hold.release`: 解除他人下达的依法保留令 / Release a legal hold that somebody else placed.
         */
        post: operations["releaseLegalHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was erased of a family of cases, or proposed to be
         * @description 删除事项列表
         *
         *     权限 / Permission `case.read`: 查阅依职责可知悉的案件 / Read the cases they need to know of.
         */
        get: operations["listErasures"];
        put?: never;
        /**
         * Propose to erase what a family of cases holds
         * @description 提出删除
         *
         *     Who reported, or every free text and paper. Refused while a case of the family is open, a clock runs or a legal hold stands. Erases nothing: that takes the approval of another person.
         *
         *     权限 / Permission `erasure.propose`: 提出删除已办结案件的内容 / Propose to erase what a finished family of cases holds.
         */
        post: operations["proposeErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/erasures/{erasureId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an erasure and have it done, or refuse it
         * @description 批准删除并实施，或者不批准
         *
         *     By somebody else than who proposed it. Destroys the keys: nobody can undo it. Journal and proofs stay as they are.
         *
         *     权限 / Permission `erasure.approve`: 批准并实施他人提出的删除 / Approve an erasure that somebody else proposed.
         */
        post: operations["decideErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands between a person and a part in a case
         * @description 指定人员前的回避审查
         *
         *     Before somebody is put in charge: named in the matter, close to whom it is about, asked or allowed to stand aside, duties that exclude each other, the same unit, a part in another matter about the same persons. A bar keeps the person out of `ASSIGN` and `DESIGNATE`; the rest is to be weighed. What you may not know of comes as `other_matter` and no more. The look-up is journalled.
         *
         *     权限 / Permission `conflict.read`: 指定人员前查询其与案件有无利益冲突 / Ask what stands between a person and a part in a case.
         */
        get: operations["findConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shut-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Staff who lost sight of a matter because a step names them
         * @description 因列为涉案人员而失去知悉权的工作人员
         *
         *     Whoever is named as a person of a case sees its whole family no longer as staff. So that nobody shuts a colleague out unseen, the step that names them leaves a notice.
         *
         *     权限 / Permission `shut_out.read`: 查看因被列为涉案人员而失去知悉权的工作人员 / See which staff lost sight of a matter because a step names them.
         */
        get: operations["listShutOuts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Relations that were declared of a person
         * @description 已申报的关系
         *
         *     权限 / Permission `relation.declare`: 申报、查阅本人的亲属和利害关系，组织人事部门可代为办理并记录终止 / Declare and read relations of one’s own; personnel, those of others, and record their end.
         */
        get: operations["listRelations"];
        /**
         * Declare a relation to another person
         * @description 申报与他人的关系
         *
         *     By the person, or by personnel for them. Declared again, it stays as it is.
         *
         *     权限 / Permission `relation.declare`: 申报、查阅本人的亲属和利害关系，组织人事部门可代为办理并记录终止 / Declare and read relations of one’s own; personnel, those of others, and record their end.
         */
        put: operations["declareRelation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/relations/{relationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Record that a relation has ended
         * @description 记录关系终止
         *
         *     By somebody of personnel whom it does not concern: nobody clears the way to a case for themselves.
         *
         *     权限 / Permission `relation.declare`: 申报、查阅本人的亲属和利害关系，组织人事部门可代为办理并记录终止 / Declare and read relations of one’s own; personnel, those of others, and record their end.
         */
        delete: operations["endRelation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/interference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was reported of interference with a matter
         * @description 本案件族的干预记录
         *
         *     Without the words for an auditor. Reading the words is journalled.
         *
         *     权限 / Permission `interference.read`: 查阅可知悉案件的干预记录，审计不见文字内容，被报告人不得查阅涉及本人的记录 / Read what was reported of interference with them; an auditor without the words, nobody what is about themselves.
         */
        get: operations["readCaseInterference"];
        put?: never;
        /**
         * Report that somebody asked about a case or put in a word
         * @description 报告打听案情、说情干预
         *
         *     Kept for good and never changed. Who is reported does not see it. Words are sealed.
         *
         *     权限 / Permission `interference.report`: 报告对可知悉案件的打听、说情和干预 / Report interference with the cases they may know of.
         */
        post: operations["reportInterference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was reported of interference with any matter
         * @description 干预记录
         *
         *     With cases they may know of; an auditor of every one that is not about them, without the words.
         *
         *     权限 / Permission `interference.read`: 查阅可知悉案件的干预记录，审计不见文字内容，被报告人不得查阅涉及本人的记录 / Read what was reported of interference with them; an auditor without the words, nobody what is about themselves.
         */
        get: operations["readInterference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is read out of the ordinary
         * @description 紧急查阅记录
         *
         *     Your own; for those who review, also that of others in cases they may know of.
         *
         *     权限 / Permission `break_glass.read`: 查看本人的紧急查阅，复核人员可查看他人的 / See what they read out of the ordinary; those who review, what others did.
         */
        get: operations["listBreakGlass"];
        put?: never;
        /**
         * Read a case out of the ordinary
         * @description 紧急查阅
         *
         *     Opens reading, and no acting, of the family of a case for some hours. The journal and those who watch over cases have it at once, and somebody else reviews it. Nothing opens a family to whom it concerns, who stands aside from it, reported it or is close to a person of it: for them there is no such case.
         *
         *     权限 / Permission `break_glass.open`: 说明理由，限时紧急查阅依职责不可知悉的案件 / Read a case out of the ordinary, for a time and with a reason.
         */
        post: operations["breakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{breakGlassId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End it before its time
         * @description 提前结束紧急查阅
         *
         *     By who opened it, or by who reviews. One that is over stays as it is.
         *
         *     权限 / Permission `break_glass.open`: 说明理由，限时紧急查阅依职责不可知悉的案件 / Read a case out of the ordinary, for a time and with a reason.
         */
        delete: operations["endBreakGlass"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{breakGlassId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Review a reading out of the ordinary
         * @description 复核紧急查阅
         *
         *     By another person than the one who opened it, once. That it was not justified may be found at any time and ends it; that it was, once it has ended.
         *
         *     权限 / Permission `break_glass.review`: 复核他人的紧急查阅 / Review what somebody else read out of the ordinary.
         */
        put: operations["reviewBreakGlass"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/family/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is due in the family of a case, by whom and why
         * @description 案件族的期限
         *
         *     Every running clock of the cases you may know of, what is due first; paused clocks last.
         *
         *     权限 / Permission `deadline.read`: 查看可知悉案件的期限，订阅本人的期限日历 / See what is due in the cases they may know of, and subscribe to a calendar of their own.
         */
        get: operations["listFamilyDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is due, over all cases
         * @description 期限列表
         *
         *     Mine are those of cases assigned to me or to somebody I stand in for now, and those that one of my roles can meet in the state the case is in.
         *
         *     权限 / Permission `deadline.read`: 查看可知悉案件的期限，订阅本人的期限日历 / See what is due in the cases they may know of, and subscribe to a calendar of their own.
         */
        get: operations["listDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadlines/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much is due on each day
         * @description 期限日历（按日计数）
         *
         *     Running clocks by their last day and light, in whole weeks with their numbers, and what kind of day each is. A month, or six weeks from this one on.
         *
         *     权限 / Permission `deadline.read`: 查看可知悉案件的期限，订阅本人的期限日历 / See what is due in the cases they may know of, and subscribe to a calendar of their own.
         */
        get: operations["readDueDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My deadlines as a calendar
         * @description 期限日历
         *
         *     iCalendar (RFC 5545): a whole day for each deadline, with a reminder one working day before. Calendar programs sign in by HTTP Basic with the secret of a feed as password; a key works too.
         *
         *     权限 / Permission `deadline.read`: 查看可知悉案件的期限，订阅本人的期限日历 / See what is due in the cases they may know of, and subscribe to a calendar of their own.
         */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the secret of my calendar feed
         * @description 生成日历订阅密码
         *
         *     In place of the one before, if this key or account made one. It opens the calendar of this key, or of this account in the unit the session acts for, and nothing else, and only as long as the key is valid or the account open.
         *
         *     权限 / Permission `deadline.read`: 查看可知悉案件的期限，订阅本人的期限日历 / See what is due in the cases they may know of, and subscribe to a calendar of their own.
         */
        post: operations["createCalendarFeed"];
        /**
         * Revoke the secrets of my calendar feeds
         * @description 作废日历订阅密码
         *
         *     权限 / Permission `deadline.read`: 查看可知悉案件的期限，订阅本人的期限日历 / See what is due in the cases they may know of, and subscribe to a calendar of their own.
         */
        delete: operations["revokeCalendarFeeds"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The working calendar of a year
         * @description 年度工作日历
         *
         *     Its special days: what the plan of the year has off, and weekend days that are worked. Without a plan for the year due dates in it are a guess, and say so.
         *
         *     权限 / Permission `calendar.read`: 查阅工作日历 / Read the working calendars.
         */
        get: operations["readCalendarYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{year}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What another plan for a year would move
         * @description 预览放假安排的影响
         *
         *     Counts running clocks anew, 5000 at most, those that are due first; writes nothing. What is due already never moves, and what is paused has no due date to move. Who may not know of cases gets numbers.
         *
         *     权限 / Permission `calendar.preview`: 预览放假安排对期限的影响，生成工作日历文件；系统管理员只见数字 / Try a plan of a year: what it would move, and its file; an administrator sees numbers only.
         */
        post: operations["previewCalendarYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{year}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A plan as the file of its calendar
         * @description 生成工作日历文件
         *
         *     The whole calendar with this plan in it, for `calendars/` of `PROFILES_DIR`. It applies from the next start of every process; a clock that runs keeps the due date it has until something happens to it.
         *
         *     权限 / Permission `calendar.preview`: 预览放假安排对期限的影响，生成工作日历文件；系统管理员只见数字 / Try a plan of a year: what it would move, and its file; an administrator sees numbers only.
         */
        post: operations["writeCalendarFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sheets of a tolerance review
         * @description 容错评估表
         *
         *     Your own at any time; those of others when all assessors of the round have submitted, then all of them, side by side. Nothing is added up. With them comes what is asked: factors with typical examples, distinctions, and the conditions and exclusions of the policy profile of the case. Reading what others wrote is journalled.
         *
         *     权限 / Permission `assessment.read`: 查看可知悉容错案件的评估表，他人的评估表须全体提交后方可查看 / See the sheets of tolerance reviews they may know of; those of others once all have submitted.
         */
        get: operations["listAssessments"];
        /**
         * Keep a draft of your own sheets
         * @description 保存本人的评估表草稿
         *
         *     In place of the draft before. A member of the team who keeps one becomes an assessor by it.
         *
         *     权限 / Permission `assessment.keep`: 在容错案件中填写并提交本人的评估表 / Keep and submit sheets of their own in a tolerance review.
         */
        put: operations["keepAssessment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/assessments/assessors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * List who is to assess
         * @description 指定评估人
         *
         *     By the head of the handling department. Those who wrote something stay, listed or not. When all of a round have submitted, this begins another.
         *
         *     权限 / Permission `assessment.name`: 指定容错案件的评估人 / List who assesses a tolerance review.
         */
        put: operations["nameAssessors"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/assessments/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit your own sheets
         * @description 提交本人的评估表
         *
         *     The draft as it was kept last; final. Every factor has its rating and its reasoning, every question its answer, for each act and person under review. Journalled as `assessment.submitted` with the hash of what was sealed.
         *
         *     权限 / Permission `assessment.keep`: 在容错案件中填写并提交本人的评估表 / Keep and submit sheets of their own in a tolerance review.
         */
        post: operations["submitAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The papers of a case, oldest first
         * @description 案件文书
         *
         *     A party sees the papers addressed to them. What is owed and not drawn yet is drawn first.
         *
         *     权限 / Permission `paper.read`: 阅看可知悉案件的文书，当事人仅限发给本人的 / Read papers of the cases they may know of; a party, those addressed to them.
         */
        get: operations["listCasePapers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/papers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See the papers an event would issue
         * @description 预览某事项将制发的文书
         *
         *     Drawn as if the event were applied now, marked as drafts, without a number; nothing is written. Refused like the event itself. Papers of the case alone: what linked cases would issue is not among them.
         *
         *     权限 / Permission `case.act`: 办理案件当前状态准许其办理的事项 / Act on a case, as its state lets them.
         */
        post: operations["previewPapers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/papers/{paperId}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a paper as a page
         * @description 阅看文书
         *
         *     The bytes whose hash is in the journal. Printed, it has the layout of GB/T 9704.
         *
         *     权限 / Permission `paper.read`: 阅看可知悉案件的文书，当事人仅限发给本人的 / Read papers of the cases they may know of; a party, those addressed to them.
         */
        get: operations["readPaperHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/papers/{paperId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a paper as PDF
         * @description 下载文书（PDF）
         *
         *     Made from the frozen content in the layout of GB/T 9704: A4, 22 lines of 28 characters.
         *
         *     权限 / Permission `paper.read`: 阅看可知悉案件的文书，当事人仅限发给本人的 / Read papers of the cases they may know of; a party, those addressed to them.
         */
        get: operations["readPaperPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The evidence of a case, oldest first
         * @description 案件的证据材料
         *
         *     A party, and a connected system, sees the files they sent themselves.
         *
         *     权限 / Permission `evidence.read`: 查阅可知悉案件的证据材料，当事人和对接系统仅限本人提交的 / Read the evidence of the cases they may know of; a party and a connected system, what they sent themselves.
         */
        get: operations["listCaseEvidence"];
        put?: never;
        /**
         * Add a file to a case as evidence
         * @description 提交证据材料
         *
         *     The file as it is, its name in `Content-Disposition`, its hash, if wanted, in `Content-Digest`; or a form with one file. Its kind is told by its content, out of a closed list. The answer and the journal hold its SHA-256.
         *
         *     权限 / Permission `evidence.add`: 向可知悉且尚未办结的案件提交证据材料 / Add evidence to the open cases they may know of.
         */
        post: operations["addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/evidence-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who opened the evidence of a case, and when
         * @description 证据材料的查阅记录
         *
         *     For staff who work on the case; the latest 500, the newest first. All of them are in the journal.
         *
         *     权限 / Permission `evidence.read`: 查阅可知悉案件的证据材料，当事人和对接系统仅限本人提交的 / Read the evidence of the cases they may know of; a party and a connected system, what they sent themselves.
         */
        get: operations["listEvidenceReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{caseId}/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file
         * @description 下载证据材料
         *
         *     The bytes as they arrived, or with `copy=cleaned` the copy without metadata. Each download is in the journal before its first byte goes out. One range of bytes may be asked for (206).
         *
         *     权限 / Permission `evidence.read`: 查阅可知悉案件的证据材料，当事人和对接系统仅限本人提交的 / Read the evidence of the cases they may know of; a party and a connected system, what they sent themselves.
         */
        get: operations["readEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * May this person be promoted, moved, rewarded or retired now; why not; until when
         * @description 人事限制查询
         *
         *     From every filed case and every sanction period of the person. What you may not know of bars all the same, and is told as `other_matter` and no more. Somebody of whom nothing is known may do everything: there is no 404, so that the answer does not tell who has a file. Each question is put on record, with its purpose.
         *
         *     权限 / Permission `freeze.read`: 查询某人现在能否晋升、交流、奖励、退休，为何不能，到何时 / Ask whether a person may be promoted, moved, rewarded or retired now, why not, and until when.
         */
        get: operations["readFreeze"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Query the journal
         * @description 审计日志查询
         *
         *     Pages are pinned to the size of the log at the first one, so that later pages see the same log. Auditors read the whole log but for what is about themselves, and persons by pseudonym; others the entries of cases they may know of.
         *
         *     权限 / Permission `journal.read`: 查询可知悉案件的日志 / Query the journal of the cases they may know of.
         */
        get: operations["queryJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/clarification-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many reports were clarified, and why others were not
         * @description 澄清覆盖情况统计
         *
         *     Allegations with an approved finding, counted by finding, by what became of their clarification and by the reason given where there was none. Counts only, of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countClarifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/tolerance-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For how many errors tolerance was considered, and for how many never
         * @description 容错审查覆盖情况统计
         *
         *     Allegations found to be errors in duty, or decided on, counted by finding, by decision and by the tolerance review of the person. Counts only, of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countToleranceReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * In hand, received, closed and overdue
         * @description 在办、新收、办结、逾期概览
         *
         *     A period beside the one of the same length before it. Of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Received and closed, month by month
         * @description 逐月收办情况
         *
         *     Months of the body's time zone; those that the period cuts are counted as far as it reaches. Of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countByMonth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/open-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open cases by state, age and days left
         * @description 在办案件分布
         *
         *     As they stand now. Of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countOpenCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/punctuality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Closed on time, unit by unit
         * @description 各单位按期办结率
         *
         *     Cases closed in the period, and those among them without a clock that ever ran out. Fewer than five closed cases are not told apart. Of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countByUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/durations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long what a limit is set for takes
         * @description 各环节中位用时
         *
         *     Clocks stopped in the period: the median of the days they ran, and of those they were given. Of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countByClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How closed cases ended
         * @description 办结结果统计
         *
         *     Cases closed in the period by procedure and closing state. Of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countByOutcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/clarification-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Forms in which untrue reports were clarified
         * @description 按澄清方式统计
         *
         *     Clarifications opened in the period, by form: chosen, and carried out. Of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countByForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/factor-ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the six factors were rated
         * @description 容错六要素评定分布
         *
         *     Tolerance reviews opened in the period and decided since, by factor and rating; nothing is summed over factors. Fewer than five reviews are not told. Of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countByFactor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/due-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What falls due in the next six weeks, day by day
         * @description 未来六周到期分布
         *
         *     Running clocks by their last day and light, in whole weeks. Of cases you may know of; an auditor counts all.
         *
         *     权限 / Permission `statistics.read`: 查看可知悉案件的统计数字，审计查看全部 / Count the cases they may know of; an auditor, all of them.
         */
        get: operations["countDueDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who carries how many open cases
         * @description 承办人在办情况
         *
         *     Of cases you may know of, by the person they are assigned to; who has most comes first.
         *
         *     权限 / Permission `load.read`: 查看可知悉案件由谁承办、各有多少 / See who carries how many of the open cases they may know of.
         */
        get: operations["countLoads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the system runs
         * @description 系统概况
         *
         *     权限 / Permission `system.read`: 查看规则文件、程序版本及其在办案件数，系统运行情况 / See profiles and versions with how many open cases each has, and how the system runs.
         */
        get: operations["readSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List policy profiles
         * @description 规则文件列表
         *
         *     Those that are loaded and those an older case may rest on. Each with how many open cases are pinned to it; 50000 open cases are counted at most.
         *
         *     权限 / Permission `system.read`: 查看规则文件、程序版本及其在办案件数，系统运行情况 / See profiles and versions with how many open cases each has, and how the system runs.
         */
        get: operations["listProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{profileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a policy profile
         * @description 查阅规则文件
         *
         *     Limits and condition lists with their words and what they rest on.
         *
         *     权限 / Permission `system.read`: 查看规则文件、程序版本及其在办案件数，系统运行情况 / See profiles and versions with how many open cases each has, and how the system runs.
         */
        get: operations["readProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of a procedure
         * @description 程序的各个版本
         *
         *     Each with how many open cases run on it; 50000 open cases are counted at most.
         *
         *     权限 / Permission `system.read`: 查看规则文件、程序版本及其在办案件数，系统运行情况 / See profiles and versions with how many open cases each has, and how the system runs.
         */
        get: operations["listProcedureVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures/{name}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two versions of a procedure
         * @description 比较程序的两个版本
         *
         *     States, transitions, guards and events that one has and the other has not, or has otherwise.
         *
         *     权限 / Permission `procedure.read`: 查阅各类程序及其图示 / Read the procedures and their diagrams.
         */
        get: operations["compareProcedureVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the sandbox clock
         * @description 查看沙盒时钟
         *
         *     权限 / Permission `sandbox_clock.read`: 查看沙盒时钟 / Read the clock of a sandbox.
         */
        get: operations["readSandboxClock"];
        /**
         * Move the sandbox clock forward
         * @description 拨动沙盒时钟
         *
         *     Clocks that fall due on the way fire in order, each at its own instant.
         *
         *     权限 / Permission `sandbox_clock.move`: 拨动沙盒时钟 / Move the clock of a sandbox forward.
         */
        put: operations["moveSandboxClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The OpenAPI 3.1 document
         * @description OpenAPI 3.1 文档
         *
         *     公开 / Public.
         */
        get: operations["readApiDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page to read the API and try it
         * @description 接口文档页面
         *
         *     公开 / Public.
         */
        get: operations["readApiPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file of that page
         * @description 接口文档页面所用文件
         *
         *     公开 / Public.
         */
        get: operations["readApiPageFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a kind of problem means, and what to do
         * @description 某类错误的说明
         *
         *     公开 / Public.
         */
        get: operations["readProblemPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            /** Format: uuid */
            id: string;
            person: components["schemas"]["PersonId"];
            /** @description null once erased */
            name: string | null;
            /** @description null for single sign-on only */
            login: string | null;
            /**
             * @description `one_time_password` until its holder has put a password of their own in its place
             * @enum {string}
             */
            state: "active" | "one_time_password" | "disabled";
            /** @description How its holder can sign in */
            ways: ("password" | "oidc")[];
            hasSecondFactor: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description null for never */
            signedInAt: string | null;
            disabledAt: string | null;
            /** @description Sessions that are open now */
            sessions: number;
        };
        AccountList: {
            items: components["schemas"]["Account"][];
            nextCursor: string | null;
        };
        AccountSession: {
            /**
             * Format: uuid
             * @description Names the session; it is not its secret
             */
            id: string;
            /** @description The unit acted for; null for the whole body */
            unit: string | null;
            /** @enum {string} */
            way: "password" | "oidc";
            hasSecondFactor: boolean;
            /** Format: date-time */
            openedAt: string;
            /**
             * Format: date-time
             * @description Last use, to the minute
             */
            seenAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        AccountSessionList: {
            items: components["schemas"]["AccountSession"][];
        };
        /** @description An accepted event that a person fired or took part in */
        Act: {
            case: components["schemas"]["CaseId"];
            version: number;
            type: string;
            time: components["schemas"]["Instant"];
        };
        ActList: {
            items: components["schemas"]["Act"][];
        };
        Action: {
            event: string;
            labels: components["schemas"]["Words"][];
            isAllowed: boolean;
            /** @description Why not for me, now; null where it is allowed or depends on the data only */
            refusal: {
                guard: string;
                why: components["schemas"]["Words"];
                basis: string[];
                couldAct: string[];
            } | null;
            roles: string[];
            basis: string[];
            /** @description The clock that decides when, if one does; both ends null while it is paused */
            when: {
                clock: string;
                instance: string;
                /** @description Possible from this instant on */
                from: components["schemas"]["Instant"] | null;
                /** @description Possible until this instant */
                until: components["schemas"]["Instant"] | null;
            } | null;
            /** @description How many persons the act takes */
            people: number;
            /** @description How weighty: 1 an ordinary step, 2 one that ends or extends something, 3 one that several persons take together */
            level: 1 | 2 | 3;
            /** @description States it may lead to; none where it changes no state */
            targets: {
                state: string;
                label: components["schemas"]["Words"];
            }[];
            /** @description The step that takes the case on; one at most */
            isPrimary: boolean;
            /** @description JSON Schema of the data */
            schema: {
                [key: string]: unknown;
            };
        };
        ActionList: {
            state: string;
            version: number;
            items: components["schemas"]["Action"][];
        };
        Alive: {
            /** @constant */
            status: "live";
        };
        AppliedCase: {
            id: components["schemas"]["CaseId"];
            /** @description What people call it, like `JB-2026-000123`; null for the second it takes to be given */
            number: string | null;
            procedure: string;
            procedureVersion: number;
            /** @description Hash of the pinned policy profile */
            profile: string;
            version: number;
            state: string;
            /** @description Every region of the chart with its state */
            regions: {
                [key: string]: string;
            };
            isOpen: boolean;
            isSuspended: boolean;
            family: components["schemas"]["CaseId"];
            subject: components["schemas"]["PersonId"] | null;
            assignee: components["schemas"]["PersonId"] | null;
            unit: string | null;
            summary: {
                [key: string]: string | number | boolean | null;
            };
            obligations: components["schemas"]["Obligation"][];
            /** @description What the case remembers; differs by procedure */
            details: {
                [key: string]: unknown;
            };
            /** @description Events the present state accepts, whoever fires them */
            accepts: string[];
            openedAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            /** @description Of a dry run by who works on the case */
            outcome?: components["schemas"]["StepOutcome"];
        };
        /**
         * @example {
         *       "type": "NOTE",
         *       "data": {
         *         "text": "File received."
         *       }
         *     }
         */
        ApplyEventRequest: {
            type: string;
            /** @default {} */
            data: {
                [key: string]: unknown;
            };
        };
        AssessmentConclusions: {
            act: string;
            person: components["schemas"]["PersonId"];
            outcomes: {
                /** @enum {string} */
                code: "not_tolerated" | "lighter" | "mitigated" | "exempted" | "not_pursued";
                /** @description The rule that bars it; null where it is open */
                why: {
                    zh: string;
                    en: string;
                } | null;
            }[];
        };
        AssessmentList: {
            case: string;
            /** @description Acts under review */
            acts: string[];
            /** @description Persons under review */
            persons: string[];
            /** @description Characters of a reasoning */
            leastReasoning: number;
            factors: {
                /** @enum {string} */
                code: "motive_attitude" | "objective_conditions" | "procedure_method" | "nature_degree" | "consequence_impact" | "remedy_of_loss";
                label: {
                    zh: string;
                    en: string;
                };
                asks: {
                    zh: string;
                    en: string;
                };
                anchors: {
                    /** @enum {string} */
                    rating: "supports" | "neutral" | "against" | "bars" | "unknown";
                    words: {
                        zh: string;
                        en: string;
                    };
                }[];
            }[];
            ratings: {
                code: string;
                label: {
                    zh: string;
                    en: string;
                };
            }[];
            distinctions: {
                code: string;
                label: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description From the policy profile of the case */
            conditions: {
                code: string;
                label: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description From the policy profile of the case */
            exclusions: {
                code: string;
                label: {
                    zh: string;
                    en: string;
                };
            }[];
            outcomes: {
                code: string;
                label: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description What your own sheets leave open to you, as last kept: none while a factor is unknown */
            conclusions: components["schemas"]["AssessmentConclusions"][];
            /** @description Whether you may keep a sheet now */
            mayAssess: boolean;
            /** @description Whether you may list the assessors now */
            mayName: boolean;
            /** @description The latest first */
            rounds: components["schemas"]["AssessmentRound"][];
        };
        AssessmentRound: {
            round: number;
            /** @description All have submitted: everybody sees everything */
            isShown: boolean;
            assessors: components["schemas"]["Assessor"][];
        };
        /** @description One act of one person, as one assessor sees it */
        AssessmentSheet: {
            act: string;
            person: components["schemas"]["PersonId"];
            /** @default [] */
            factors: {
                /** @enum {string} */
                factor: "motive_attitude" | "objective_conditions" | "procedure_method" | "nature_degree" | "consequence_impact" | "remedy_of_loss";
                /** @enum {string} */
                rating?: "supports" | "neutral" | "against" | "bars" | "unknown";
                /**
                 * @description At least 30 characters before it is submitted
                 * @default
                 */
                reason: string;
                /**
                 * @description Ids of the evidence it rests on
                 * @default []
                 */
                evidence: string[];
            }[];
            /** @default [] */
            distinctions: {
                /** @enum {string} */
                code: "inexperience" | "exploratory" | "unintended";
                /** @enum {string} */
                answer?: "yes" | "no" | "na";
                /** @default  */
                reason: string;
                /**
                 * @description Ids of the evidence it rests on
                 * @default []
                 */
                evidence: string[];
            }[];
            /** @default [] */
            conditions: {
                code: string;
                holds?: boolean;
                /** @default  */
                reason: string;
            }[];
            /** @default [] */
            exclusions: {
                code: string;
                applies?: boolean;
                isForceMajeure?: boolean;
                /** @default  */
                reason: string;
            }[];
            /**
             * @description What the assessor would conclude
             * @enum {string}
             */
            outcome?: "not_tolerated" | "lighter" | "mitigated" | "exempted" | "not_pursued";
            /**
             * @description A view that differs, or anything else
             * @default
             */
            remark: string;
        };
        Assessor: {
            person: components["schemas"]["PersonId"];
            name: string | null;
            isMe: boolean;
            /** @description By the head; otherwise they began by themselves */
            isNamed: boolean;
            hasBegun: boolean;
            submittedAt: string | null;
            /** @description Stands aside since: the sheets are kept and do not count */
            isExcluded: boolean;
            /** @description Your own at any time, those of others when all have submitted; null until then, and when erased */
            sheets: components["schemas"]["KeptAssessmentSheet"][] | null;
            isErased: boolean;
        };
        Batch: {
            /** @description Null for a dry run */
            id: string | null;
            event: string;
            data: {
                [key: string]: unknown;
            };
            reason: string | null;
            /** @enum {string} */
            status: "dry_run" | "running" | "stopped" | "done";
            /** @description Who asked wanted it, or has no right left */
            stoppedFor: ("asked" | "rights_ended") | null;
            total: number;
            /** @description Cases by what became of them; of a dry run, what waits would change */
            counts: {
                waiting: number;
                done: number;
                skipped: number;
                failed: number;
                stopped: number;
            };
            /** @description Of a dry run: the cases that would be skipped, and why */
            items?: components["schemas"]["BatchItem"][];
            createdAt: string | null;
            finishedAt: string | null;
        };
        BatchItem: {
            number: number;
            case: components["schemas"]["CaseId"];
            /** @description What people call the case */
            caseNumber: string | null;
            /** @description Null for a case you may not know of */
            procedure: string | null;
            state: string | null;
            /** @enum {string} */
            status: "waiting" | "done" | "skipped" | "failed" | "stopped";
            /** @description Of the case afterwards */
            version: number | null;
            refusal: components["schemas"]["BatchRefusal"] | null;
        };
        BatchItemList: {
            items: components["schemas"]["BatchItem"][];
            nextCursor: string | null;
        };
        BatchRefusal: {
            /** @description Code of the problem */
            code: string;
            /** @description The rule that said no */
            guard: string | null;
            words: {
                zh: string;
                en: string;
            };
        };
        BatchRequest: {
            /** @description `ASSIGN`, or `NOTE` to chase: the note says the reason */
            event: string;
            /**
             * @description Data of the event: `{assignee}` for `ASSIGN`, nothing for `NOTE`
             * @default {}
             */
            data: {
                [key: string]: unknown;
            };
            cases?: components["schemas"]["CaseId"][];
            /** @description Filters of the list of cases, as in its address, instead of `cases`; what they find now, 1000 at most */
            filter?: {
                /** @description Names of procedures, several separated by commas */
                procedure?: string;
                /** @description Codes of states, several separated by commas */
                state?: string;
                /** @description Ways a complaint came in, several codes separated by commas; only complaints have one */
                channel?: string;
                assignee?: components["schemas"]["PersonId"];
                /** Format: date-time */
                dueBefore?: string;
                /** @enum {string} */
                overdue?: "true" | "false";
                /**
                 * @description Only cases whose light this is
                 * @enum {string}
                 */
                light?: "overdue" | "due_soon" | "on_track" | "paused" | "none";
                /**
                 * @description Only open cases, or only closed ones
                 * @enum {string}
                 */
                open?: "true" | "false";
                /**
                 * @description Assigned to me or to whom I stand in for, or I am of the team
                 * @enum {string}
                 */
                mine?: "true" | "false";
                /**
                 * @description Was mine, and is closed or in other hands
                 * @enum {string}
                 */
                done?: "true" | "false";
                /**
                 * @description A paper of the case was addressed to a role of mine
                 * @enum {string}
                 */
                copied?: "true" | "false";
                /**
                 * @description Open, and nobody is in charge of it
                 * @enum {string}
                 */
                unassigned?: "true" | "false";
                /** @description Of this unit, or somebody of this unit is in charge of it */
                unit?: string;
                openedFrom?: string;
                openedTo?: string;
                number?: string;
                /** @description Beginning of a case id or of a number, or exactly a subject, an assignee, a state or a procedure */
                q?: string;
            };
            /** @description Why; kept encrypted, and the text of a note */
            reason: string;
            /**
             * @description Tells what it would come to and writes nothing
             * @default false
             */
            dryRun: boolean;
        };
        BreakGlass: {
            /** Format: uuid */
            id: string;
            person: components["schemas"]["PersonId"];
            case: components["schemas"]["CaseId"];
            family: components["schemas"]["CaseId"];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            endedAt: string | null;
            isOpen: boolean;
            isReviewOverdue: boolean;
            /** @description Null where the key of the family is gone */
            reason: string | null;
            review: {
                by: components["schemas"]["PersonId"];
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                outcome: "justified" | "not_justified";
                remark: string | null;
            } | null;
        };
        BreakGlassList: {
            items: components["schemas"]["BreakGlass"][];
        };
        /**
         * @example {
         *       "caseId": "01980f5e-7c00-7000-8000-000000000009",
         *       "reason": "The handler is in hospital and the deadline is today.",
         *       "hours": 2
         *     }
         */
        BreakGlassRequest: {
            caseId: components["schemas"]["CaseId"];
            /** @description Why it cannot wait; sealed, and read by whoever reviews it */
            reason: string;
            /** @default 4 */
            hours: number;
        };
        CalendarFeed: {
            /** @description Of the calendar */
            address: string;
            /** @description Name for programs that ask for one; it is not looked at */
            user: string;
            /** @description Password; shown this once */
            secret: string;
        };
        CalendarImpact: {
            year: number;
            calendar: string;
            /** @description Days that would be of another kind */
            difference: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                before: "working" | "make_up" | "weekend" | "holiday";
                /** @enum {string} */
                after: "working" | "make_up" | "weekend" | "holiday";
            }[];
            /** @description Running clocks that could move and were counted anew */
            examined: number;
            /** @description False where more clocks could move than are examined at once (5000) */
            isComplete: boolean;
            /**
             * @description Clocks of every case, in numbers; or those of cases the asker may know of
             * @enum {string}
             */
            reach: "all" | "known";
            /** @description Cases with a clock that would move */
            cases: number;
            /** @description Clocks that would be over as soon as the plan applies */
            overAtOnce: number;
            /** @description How many clocks of a key would move by how many days */
            moves: {
                clock: string;
                label: {
                    zh: string;
                    en: string;
                };
                /** @description Calendar days later; negative for earlier */
                days: number;
                count: number;
            }[];
            /** @description Clock by clock, 500 at most; null for who may not know of cases */
            items: {
                case: components["schemas"]["CaseId"];
                clock: string;
                instance: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            }[] | null;
        };
        /**
         * @example {
         *       "notice": "国务院办公厅关于2027年部分节假日安排的通知",
         *       "days": [
         *         {
         *           "on": "2027-01-01",
         *           "kind": "off",
         *           "name": {
         *             "zh": "元旦",
         *             "en": "New Year's Day"
         *           }
         *         },
         *         {
         *           "on": "2027-01-03",
         *           "kind": "work"
         *         }
         *       ]
         *     }
         */
        CalendarPlanRequest: {
            /** @description Absent: that of the usual profile */
            calendar?: string;
            /** @description The document the plan is taken from */
            notice: string;
            /** @description Every special day of the plan, in place of those there are */
            days: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                kind: "off" | "work";
                name?: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        CalendarYear: {
            year: number;
            /** @description Identifier of the calendar */
            calendar: string;
            name: {
                zh: string;
                en: string;
            };
            /** @description Calendars that the loaded profiles count by */
            calendars: string[];
            /** @description Days of the week without work, 1 for Monday */
            weekend: number[];
            /** @description Whether the plan of this year is loaded; without it due dates are a guess */
            isPlanned: boolean;
            /** @description The document the plan was taken from */
            notice: string | null;
            /** @description Fingerprint of the plan of this year */
            version: string | null;
            /** @description Special days by date; all others are weekdays and weekends */
            days: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                kind: "off" | "work";
                name: {
                    zh: string;
                    en: string;
                } | null;
                /** @description Whose plan names it */
                plan: number;
            }[];
        };
        Case: {
            id: components["schemas"]["CaseId"];
            /** @description What people call it, like `JB-2026-000123`; null for the second it takes to be given */
            number: string | null;
            procedure: string;
            procedureVersion: number;
            /** @description Hash of the pinned policy profile */
            profile: string;
            version: number;
            state: string;
            /** @description Every region of the chart with its state */
            regions: {
                [key: string]: string;
            };
            isOpen: boolean;
            isSuspended: boolean;
            family: components["schemas"]["CaseId"];
            subject: components["schemas"]["PersonId"] | null;
            assignee: components["schemas"]["PersonId"] | null;
            unit: string | null;
            summary: {
                [key: string]: string | number | boolean | null;
            };
            obligations: components["schemas"]["Obligation"][];
            /** @description What the case remembers; differs by procedure */
            details: {
                [key: string]: unknown;
            };
            /** @description Events the present state accepts, whoever fires them */
            accepts: string[];
            openedAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        CaseCounts: {
            total: number;
            /** @description There are more than were counted; every figure is a least */
            isCapped: boolean;
            lights: {
                [key: string]: number;
            };
            procedures: {
                [key: string]: number;
            };
            /** @description By code of the state, over all procedures */
            states: {
                [key: string]: number;
            };
        };
        CaseEvent: {
            id: string;
            version: number | null;
            type: string;
            label: components["schemas"]["Words"] | null;
            time: components["schemas"]["Instant"];
            recorded: components["schemas"]["Instant"];
            /** @description Pseudonym of the person in the journal */
            actor: string;
            /**
             * @description Unnamed: a reporter, or somebody this reader does not learn the name of
             * @enum {string}
             */
            by: "person" | "system" | "unnamed";
            /** @description Who that is; null unless `by` is `person` */
            person: components["schemas"]["PersonId"] | null;
            name: string | null;
            outcome: string;
            data: {
                [key: string]: unknown;
            };
            effects: {
                [key: string]: unknown;
            }[];
            reference?: string;
            /** @description Names of disclosures that were erased */
            erased: string[];
        };
        CaseEventList: {
            items: components["schemas"]["CaseEvent"][];
            nextCursor: string | null;
        };
        /**
         * Format: uuid
         * @description Identifier of a case (UUIDv7)
         */
        CaseId: string;
        CaseList: {
            items: components["schemas"]["CaseListItem"][];
            nextCursor: string | null;
        };
        CaseListItem: {
            id: components["schemas"]["CaseId"];
            /** @description What people call it, like `JB-2026-000123`; null for the second it takes to be given */
            number: string | null;
            procedure: string;
            version: number;
            state: string;
            isOpen: boolean;
            family: components["schemas"]["CaseId"];
            subject: components["schemas"]["PersonId"] | null;
            assignee: components["schemas"]["PersonId"] | null;
            summary: {
                [key: string]: string | number | boolean | null;
            };
            openedAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            nextDueAt: components["schemas"]["Instant"] | null;
            /** @description The same as a day, in the time zone of its profile */
            nextDueOn: string | null;
            /** @description The clock that is due next, or that is paused */
            nextClock: string | null;
            isOverdue: boolean;
            /** @enum {string} */
            light: "overdue" | "due_soon" | "on_track" | "paused" | "none";
            /** @description Days left, today not counted; negative once it is over */
            left: number | null;
            /** @description Which days these are */
            leftUnit: ("working_day" | "calendar_day") | null;
            assigneeName: string | null;
            subjectName: string | null;
        };
        CasePeople: {
            items: components["schemas"]["CasePerson"][];
        };
        CasePerson: {
            id: components["schemas"]["PersonId"];
            /** @description Null where the directory has no name for them */
            name: string | null;
            parts: ("subject" | "assignee" | "team" | "designated" | "member" | "participant" | "acted")[];
        };
        CasePresence: {
            /** @description The others, the earliest first */
            items: components["schemas"]["PresentPerson"][];
        };
        /**
         * @example {
         *       "current": "abcd-efgh-jkmn",
         *       "password": "three rivers, one crane"
         *     }
         */
        ChangePasswordRequest: {
            current: string;
            password: string;
        };
        ClarificationCoverage: {
            /** @description Allegations opened not before this instant */
            from: string | null;
            /** @description Allegations opened before this instant */
            to: string | null;
            items: {
                /** @description The approved finding */
                finding: string;
                /** @description State of the clarification; null where none was opened */
                outcome: string | null;
                /** @description Whether the clarification still goes on */
                isOpen: boolean;
                /** @description Code of the reason why the report was not clarified */
                reason: string | null;
                /** @description How many allegations */
                count: number;
            }[];
        };
        Clock: {
            id: string;
            clock: string;
            /** @description What has to be done */
            label: components["schemas"]["Words"];
            instance: string;
            isRunning: boolean;
            isPaused: boolean;
            isOverdue: boolean;
            startedAt: components["schemas"]["Instant"];
            stoppedAt: components["schemas"]["Instant"] | null;
            dueAt: components["schemas"]["Instant"] | null;
            dueOn: string | null;
            /**
             * @description None once it was stopped
             * @enum {string}
             */
            light: "overdue" | "due_soon" | "on_track" | "paused" | "none";
            /** @description Days left, today not counted; negative once it is over; null while paused and once stopped */
            left: number | null;
            /** @description Which days these are */
            leftUnit: ("working_day" | "calendar_day") | null;
            /** @description Per cent of the time from start to due date that is gone; null while paused */
            elapsed: number | null;
            limit: {
                amount: number;
                unit: string;
            };
            /** @description The event that started it */
            startedBy: {
                event: string;
                label: components["schemas"]["Words"] | null;
            };
            pauses: {
                from: components["schemas"]["Instant"];
                /** @description Null while it lasts */
                to: components["schemas"]["Instant"] | null;
                /** @description The event of this case that paused it */
                because: components["schemas"]["Words"] | null;
            }[];
            extensions: {
                amount: number;
                unit: string;
                at: components["schemas"]["Instant"];
            }[];
            /** @description How often it may be extended */
            mostExtensions: number;
            steps: ({
                code: string;
            } & {
                [key: string]: unknown;
            })[];
            warnings: ({
                code: string;
            } & {
                [key: string]: unknown;
            })[];
            alternative?: {
                [key: string]: unknown;
            };
            basis: string[];
        };
        ClockList: {
            items: components["schemas"]["Clock"][];
        };
        /**
         * @example {
         *       "code": "492039"
         *     }
         */
        ConfirmRequest: {
            code: string;
        };
        ConflictList: {
            person: components["schemas"]["PersonId"];
            /** @description Whether the person can be put in charge or stand in */
            isBarred: boolean;
            items: {
                /**
                 * @description `other_matter` for whatever the asker may not know of
                 * @enum {string}
                 */
                kind: "named" | "recusal_granted" | "recusal_requested" | "declared_relation" | "incompatible_duty" | "same_unit" | "part_elsewhere" | "other_matter";
                /** @description Keeps the person from any part; otherwise to be weighed */
                isBar: boolean;
                /** @description Duties it keeps the person from */
                bars: string[];
                /** @description A case of the other family, where you may know of it */
                case: components["schemas"]["CaseId"] | null;
                why: {
                    zh: string;
                    en: string;
                };
                basis: string[];
            }[];
        };
        /**
         * @example {
         *       "contact": "13800000000"
         *     }
         */
        CountIdentitiesBody: {
            name: string;
        } | {
            contact: string;
        };
        DatabaseView: {
            /** @enum {string} */
            kind: "embedded" | "postgresql";
            /**
             * @description What acknowledged steps survive. The embedded database never syncs to disk: not a power cut
             * @enum {string}
             */
            durability: "process_crash" | "power_loss";
        };
        DaySpan: {
            /** @description Days, this one included; null: no bound */
            from: number | null;
            /** @description Days, this one included; null: no bound */
            to: number | null;
            count: number;
        };
        Deadline: {
            /**
             * Format: uuid
             * @description Identifier of the clock
             */
            id: string;
            case: components["schemas"]["CaseId"];
            procedure: string;
            procedureLabel: {
                zh: string;
                en: string;
            };
            state: string;
            stateLabel: {
                zh: string;
                en: string;
            };
            /** @description Which limit of the profile */
            clock: string;
            /** @description Tells apart clocks of one key; empty for most */
            instance: string;
            /** @description What has to be done */
            label: {
                zh: string;
                en: string;
            };
            /** @description The instant at which it is over; null while paused */
            dueAt: string | null;
            /** @description The last day */
            dueOn: string | null;
            isPaused: boolean;
            isOverdue: boolean;
            /**
             * @description Blue from the first alarm before it is due, red from the due instant
             * @enum {string}
             */
            light: "green" | "blue" | "red";
            /** @description Working days after today up to the last day; negative once it is over */
            daysLeft: number | null;
            /** @description Roles that can do it now */
            who: string[];
            assignee: components["schemas"]["PersonId"] | null;
            why: {
                /** Format: date-time */
                startedAt: string;
                /** @description The event that started it */
                event: string | null;
                eventLabel: {
                    zh: string;
                    en: string;
                } | null;
                limit: {
                    amount: number;
                    unit: string;
                };
                /** @description How often it was extended */
                extensions: number;
                /** @description What the limit rests on */
                basis: string[];
                /** @description Roles that are told when it passes */
                tells: string[];
            };
        };
        DeadlineList: {
            items: components["schemas"]["Deadline"][];
            nextCursor: string | null;
        };
        DeadlinePreview: {
            procedure: string;
            clock: string;
            label: {
                zh: string;
                en: string;
            };
            limit: {
                amount: number;
                unit: string;
            };
            dueAt: string | null;
            dueOn: string | null;
            steps: ({
                code: string;
            } & {
                [key: string]: unknown;
            })[];
            warnings: ({
                code: string;
            } & {
                [key: string]: unknown;
            })[];
            alternative?: {
                [key: string]: unknown;
            };
            basis: string[];
        };
        /**
         * @example {
         *       "approve": true,
         *       "reason": "Feedback is owed."
         *     }
         */
        DecisionBody: {
            approve: boolean;
            /** @description Why; sealed */
            reason: string;
        };
        /**
         * @example {
         *       "other": "p-subject",
         *       "kind": "in_law"
         *     }
         */
        DeclareRelationRequest: {
            other: components["schemas"]["PersonId"];
            /** @enum {string} */
            kind: "spouse" | "direct_blood" | "collateral_three_generations" | "in_law" | "stake" | "former_colleague";
        };
        Departure: {
            person: components["schemas"]["PersonId"];
            /** Format: date-time */
            leftAt: string;
            /** @description What ended with it; substitutions are those of others for this person */
            ended: {
                keys: number;
                accounts: number;
                sessions: number;
                clients: number;
                grants: number;
                substitutions: number;
            };
            /** @description Open cases assigned to the person: how many of each procedure, and no more */
            openCases: {
                procedure: string;
                count: number;
            }[];
        };
        Diagram: {
            procedure: string;
            version: number;
            label: {
                zh: string;
                en: string;
            };
            isNear: boolean;
            current: string | null;
            isSuspended: boolean;
            /** @description The case has had more events than are looked through for its path */
            isPathCut: boolean;
            width: number;
            height: number;
            /** @description Size of type the boxes were measured with, in pixels */
            stateSize: number;
            eventSize: number;
            /** @description Height of a line, as a multiple of its size of type */
            lineHeight: number;
            nodes: components["schemas"]["DiagramNode"][];
            edges: components["schemas"]["DiagramEdge"][];
            elsewhere: components["schemas"]["DiagramElsewhere"][];
            /** @description Every transition that is drawn or listed */
            rows: components["schemas"]["ProcedureTransition"][];
        };
        /** @description One arrow for each pair of states */
        DiagramEdge: {
            from: string;
            to: string;
            points: {
                x: number;
                y: number;
            }[];
            /** @description Fired by nothing but a link or a clock */
            isInternal: boolean;
            events: components["schemas"]["DiagramEvent"][];
        };
        /** @description Possible in so many states that it is listed, not drawn */
        DiagramElsewhere: {
            event: string;
            row: string;
            isLegalNow: boolean;
            visits: components["schemas"]["DiagramVisit"][];
        };
        /** @description The label of one event, drawn on an arrow or in a box */
        DiagramEvent: {
            event: string;
            /** @description The transition, as in `rows` */
            row: string;
            /** @description The label broken to fit its box, which holds either language */
            lines: {
                zh: string[];
                en: string[];
            };
            /** @description Left edge */
            x: number;
            /** @description Upper edge */
            y: number;
            width: number;
            height: number;
            /** @description The case accepts it where it stands, whoever fires it */
            isLegalNow: boolean;
            visits: components["schemas"]["DiagramVisit"][];
        };
        DiagramNode: {
            state: string;
            label: {
                zh: string;
                en: string;
            };
            /** @description The label broken to fit its box, which holds either language */
            lines: {
                zh: string[];
                en: string[];
            };
            /** @description Left edge */
            x: number;
            /** @description Upper edge */
            y: number;
            width: number;
            height: number;
            /** @description Where cases begin: no state, and drawn without words */
            isInitial: boolean;
            isClosed: boolean;
            isCurrent: boolean;
            visits: components["schemas"]["DiagramVisit"][];
            /** @description Events that leave a case in this state */
            loops: components["schemas"]["DiagramEvent"][];
        };
        /** @description Which move of the case it was, from 1, and when */
        DiagramVisit: {
            number: number;
            /** Format: date-time */
            at: string;
        };
        /** @description For display only; the journal never holds it */
        DisplayName: string;
        /** @enum {string} */
        Doing: "viewing" | "editing";
        Draft: {
            key: components["schemas"]["DraftKey"];
            case: components["schemas"]["CaseId"] | null;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it is gone, unless it is saved again
             */
            expiresAt: string;
            content: {
                [key: string]: unknown;
            };
        };
        DraftItem: {
            key: components["schemas"]["DraftKey"];
            case: components["schemas"]["CaseId"] | null;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /**
             * Format: date-time
             * @description When it is gone, unless it is saved again
             */
            expiresAt: string;
        };
        /**
         * @description What it is a draft of: `intake`, `intake-2`, or `case.<id>.<EVENT>`
         * @example intake
         */
        DraftKey: string;
        DraftList: {
            items: components["schemas"]["DraftItem"][];
        };
        /** @description What is due, by day and light, in whole weeks */
        DueCalendar: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            timeZone: string;
            /** Format: date */
            today: string;
            weeks: {
                /** @description Number of the week, ISO 8601 */
                week: number;
                days: {
                    /** Format: date */
                    date: string;
                    /** @enum {string} */
                    kind: "working" | "make_up" | "weekend" | "holiday";
                    /** @description Its name */
                    holiday: {
                        zh: string;
                        en: string;
                    } | null;
                    /** @description False: no holiday plan is known for the year yet */
                    isPlanned: boolean;
                    green: number;
                    blue: number;
                    red: number;
                }[];
            }[];
        };
        DurationFigures: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The period begins at this instant
             */
            from: string;
            /**
             * Format: date-time
             * @description And ends before this one
             */
            to: string;
            items: {
                procedure: string;
                /** @description Which limit of the profile */
                clock: string;
                /** @description Clocks stopped in the period */
                count: number;
                /** @description Calendar days they ran, pauses included; half took less */
                medianDays: number;
                /** @description Calendar days from start to due; half had less */
                medianAllowed: number | null;
                /** @description How many ran out first */
                ranOut: number;
            }[];
        };
        /**
         * @example {
         *       "password": "three rivers and one tall crane"
         *     }
         */
        EnrolRequest: {
            password: string;
            /** @description Of the second factor that is replaced */
            code?: string;
        };
        Enrolment: {
            /** @description Base32, to be typed in */
            secret: string;
            /** @description `otpauth:` address, to be shown as a picture */
            uri: string;
        };
        Erasure: {
            id: string;
            case: string;
            /**
             * @description `identity`: who reported. `texts`: all free text and every paper of the family
             * @enum {string}
             */
            what: "identity" | "texts";
            basis: string;
            /** @enum {string} */
            status: "proposed" | "refused" | "done";
            reason: string | null;
            /** @description Pseudonym */
            proposedBy: string;
            proposedAt: string;
            decidedBy: string | null;
            decidedAt: string | null;
            decisionReason: string | null;
            keysDestroyed: number | null;
        };
        /**
         * @example {
         *       "what": "identity",
         *       "basis": "retention-2031",
         *       "reason": "The term of keeping has ended."
         *     }
         */
        ErasureBody: {
            /**
             * @description `identity`: who reported. `texts`: all free text and every paper of the family
             * @enum {string}
             */
            what: "identity" | "texts";
            /** @description Reference of the rule or the order it rests on; kept in clear */
            basis: string;
            /** @description Why; sealed */
            reason: string;
        };
        ErasureList: {
            items: components["schemas"]["Erasure"][];
        };
        Evidence: {
            /** Format: uuid */
            id: string;
            case: components["schemas"]["CaseId"];
            /**
             * @description What it is by its content, whatever it was called
             * @enum {string}
             */
            kind: "pdf" | "jpeg" | "png" | "webp" | "tiff" | "heic" | "docx" | "xlsx" | "pptx" | "odt" | "ods" | "mp3" | "m4a" | "wav" | "mp4" | "txt" | "csv" | "eml";
            /** @description The media type of that kind */
            mediaType: string;
            /** @description Bytes */
            size: number;
            /** @description Hash of the original, as the journal has it */
            sha256: string;
            /** @description What its sender called it; for showing only */
            name: string | null;
            /** @description Pseudonym of whoever sent it */
            sender: string | null;
            /** @description Whether a party sent it, and not staff */
            isOfParty: boolean;
            /**
             * Format: date-time
             * @description For a file of a party, the beginning of that day
             */
            addedAt: string;
            /**
             * Format: uuid
             * @description The journal entry that holds its hash
             */
            entry: string;
            /** @description The file was erased; hash and entry remain */
            isErased: boolean;
            /** @description The copy without metadata; null while there is none */
            cleaned: {
                size: number;
                sha256: string;
            } | null;
            /** @description Why there will be no such copy; null where there is one, or one is made when it is asked for */
            notCleaned: ("no_cleaner" | "too_large" | "unreadable") | null;
        };
        EvidenceLimits: {
            /** @description Bytes of one file */
            mostBytes: number;
            mostFilesOfCase: number;
            mostBytesOfCase: number;
            kinds: {
                kind: string;
                label: {
                    zh: string;
                    en: string;
                };
                /** @description How its name may end */
                endings: string[];
                /** @description Whether a copy without metadata can be made of it */
                isCleaned: boolean;
            }[];
        };
        EvidenceList: {
            items: components["schemas"]["Evidence"][];
            /** @description What is taken, to be known before a file is chosen */
            limits: components["schemas"]["EvidenceLimits"];
        };
        EvidenceReadingList: {
            items: {
                /** @description Which file */
                evidence: string;
                /** @description Pseudonym of who opened it */
                by: string;
                /** @description Who that is, where this may be told */
                person: components["schemas"]["PersonId"] | null;
                name: string | null;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                copy: "original" | "cleaned";
                purpose: string;
            }[];
            /** @description There were more; the journal has them all */
            isCapped: boolean;
        };
        FactorFigures: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The period begins at this instant
             */
            from: string;
            /**
             * Format: date-time
             * @description And ends before this one
             */
            to: string;
            /** @description Tolerance reviews that were decided */
            reviews: number | null;
            /** @description Acts of persons that were weighed in them */
            appraisals: number | null;
            /** @description Too few reviews to tell: fewer than five */
            isSuppressed: boolean;
            /** @description Factor by factor; there is no total over them */
            items: {
                /** @enum {string} */
                factor: "motive_attitude" | "objective_conditions" | "procedure_method" | "nature_degree" | "consequence_impact" | "remedy_of_loss";
                ratings: {
                    /** @enum {string} */
                    rating: "supports" | "neutral" | "against" | "bars" | "unknown";
                    count: number;
                }[];
            }[];
        };
        Family: {
            items: {
                id: components["schemas"]["CaseId"];
                /** @description What people call it, like `JB-2026-000123`; null for the second it takes to be given */
                number: string | null;
                procedure: string;
                state: string;
                isOpen: boolean;
                version: number;
                openedAt: components["schemas"]["Instant"];
                nextDueAt: components["schemas"]["Instant"] | null;
                nextDueOn: string | null;
                isOverdue: boolean;
                /** @enum {string} */
                light: "overdue" | "due_soon" | "on_track" | "paused" | "none";
                left: number | null;
                leftUnit: ("working_day" | "calendar_day") | null;
                links: {
                    type: string;
                    parent: components["schemas"]["CaseId"];
                }[];
            }[];
        };
        FamilyDeadlines: {
            items: components["schemas"]["Deadline"][];
        };
        /**
         * @example {
         *       "subjects": [
         *         "p-2041"
         *       ],
         *       "text": "Gifts of money from the contractor.",
         *       "allegations": []
         *     }
         */
        FindDuplicatesRequest: {
            /** @description Whom it is about; each is a search on record */
            subjects: components["schemas"]["PersonId"][];
            /** @description Compared in memory, kept nowhere */
            text?: string;
            /**
             * @description Codes of the points
             * @default []
             */
            allegations: string[];
            /** Format: date-time */
            receivedAt?: string;
            /** @description The complaint itself, once it is open */
            except?: components["schemas"]["CaseId"];
        };
        FormFigures: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The period begins at this instant
             */
            from: string;
            /**
             * Format: date-time
             * @description And ends before this one
             */
            to: string;
            items: {
                /** @description Form of clarifying */
                form: string;
                /** @description Clarifications it was chosen for; one may have several forms */
                chosen: number;
                /** @description Those in which it was carried out */
                done: number;
            }[];
        };
        FoundPeople: {
            items: components["schemas"]["FoundPerson"][];
        };
        FoundPerson: {
            id: components["schemas"]["PersonId"];
            name: string | null;
            /** @description Code of the unit of a colleague */
            unit: string | null;
            /** @description Where an official works, in words */
            workplace: string | null;
            post: string | null;
            /** @description What a colleague holds now; empty for an official */
            roles: string[];
            /** @description Complaints about an official that you may know of, 100 at most; null for a colleague */
            knownCases: number | null;
        };
        FoundUnits: {
            items: {
                id: string;
                name: string;
                parentId: string | null;
                isBody: boolean;
            }[];
        };
        Freeze: {
            person: components["schemas"]["PersonId"];
            /**
             * Format: date-time
             * @description The instant it was judged for
             */
            at: string;
            /** @description Every action, always in this order */
            actions: {
                /** @enum {string} */
                action: "promotion" | "pay_step" | "transfer" | "reward" | "retirement" | "exit_abroad" | "resignation";
                label: {
                    zh: string;
                    en: string;
                };
                /** @enum {string} */
                answer: "allowed" | "needs_consent" | "barred";
                /** @description Everything that stands in the way; empty where it is allowed */
                reasons: components["schemas"]["FreezeReason"][];
            }[];
            earliestPromotion: {
                /** @description The day after the latest end over all periods; null where there is none, or something bars that has no date */
                on: string | null;
                /** @description That day by the other convention of counting months, where it is another; a note */
                otherConvention: string | null;
                explanation: {
                    /** @enum {string} */
                    code: "nothing_to_wait_for" | "no_date_yet" | "day_after_the_last_end" | "latest_of_several_periods" | "written_lifting_needed" | "other_convention_is_a_note";
                    text: {
                        zh: string;
                        en: string;
                    };
                }[];
            };
        };
        FreezeReason: {
            /**
             * @description `other_matter` for whatever the asker may not know of
             * @enum {string}
             */
            code: "case_filed" | "passed_on_as_crime" | "period_runs" | "lifting_not_noted" | "written_lifting_missing" | "use_put_off" | "other_matter";
            text: {
                zh: string;
                en: string;
            };
            /** @description The last day on which it bars; null: not known */
            until: string | null;
            /** @description That day by the other convention of counting months, where it is another; a note */
            otherConvention: string | null;
            /** @description The case, where you may know of it */
            case: components["schemas"]["CaseId"] | null;
            procedure: string | null;
            /** @description Of a sanction, as the profile lists them */
            track: string | null;
            /** @description Of a sanction: what the period is served for */
            measures: string[];
            /** @description What the rule rests on */
            basis: string[];
        };
        Grant: {
            /** Format: uuid */
            id: string;
            person: components["schemas"]["PersonId"];
            role: string;
            unit: string | null;
            /** @enum {string} */
            kind: "post" | "acting" | "substitute";
            inPlaceOf: components["schemas"]["PersonId"] | null;
            /** @description null: since it was made */
            from: string | null;
            /** @description null: until it is withdrawn */
            until: string | null;
            basis: string | null;
            /** @description Pseudonym */
            grantedBy: string;
            /** Format: date-time */
            createdAt: string;
            withdrawnAt: string | null;
            /** @description Whether it counts at this moment */
            isInForce: boolean;
        };
        GrantList: {
            items: components["schemas"]["Grant"][];
            nextCursor: string | null;
        };
        /**
         * @example {
         *       "from": "p-wang",
         *       "to": "p-li",
         *       "reason": "岗位调整"
         *     }
         */
        HandOverRequest: {
            /** @description To whom the cases are assigned */
            from: components["schemas"]["PersonId"];
            /** @description To whom they go */
            to: components["schemas"]["PersonId"];
            /** @description Noted on each case, encrypted like any text */
            reason: string;
            /** @description From `nextCursor` of the answer before */
            cursor?: string;
        };
        Handover: {
            moved: number;
            refused: number;
            items: {
                case: components["schemas"]["CaseId"];
                procedure: string;
                state: string;
                isMoved: boolean;
                /** @description Of the case afterwards */
                version: number;
                refusal: {
                    /** @description Code of the problem */
                    code: string;
                    /** @description The rule that said no */
                    guard: string | null;
                    words: {
                        zh: string;
                        en: string;
                    };
                } | null;
            }[];
            /** @description Ask again with it: more cases are left */
            nextCursor: string | null;
            /** @constant */
            isDryRun?: true;
        };
        IdentityCount: {
            /** @description Of those you may know of */
            families: number;
        };
        IdentityRequest: {
            id: string;
            case: string;
            /**
             * @description What it is opened for
             * @enum {string}
             */
            purpose: "feedback" | "verification" | "supplement" | "protection" | "reward" | "tracing" | "court_order";
            /**
             * @description `opened`: the approval was used. `lapsed`: it ran out, or whoever asked was recused, is concerned or left
             * @enum {string}
             */
            status: "requested" | "approved" | "refused" | "opened" | "lapsed";
            /** @description Null when it was erased */
            reason: string | null;
            /** @description Pseudonym */
            requestedBy: string;
            /** @description Null for whom no name may be told */
            requestedByName: string | null;
            requestedAt: string;
            decidedBy: string | null;
            /** @description Null for whom no name may be told */
            decidedByName: string | null;
            decidedAt: string | null;
            /** @description Null when there is none, or it was erased */
            decisionReason: string | null;
            /** @description Until when the approval opens; 72 hours */
            openUntil: string | null;
            openedBy: string | null;
            /** @description Null for whom no name may be told */
            openedByName: string | null;
            openedAt: string | null;
        };
        /**
         * @example {
         *       "purpose": "feedback",
         *       "reason": "The result is due."
         *     }
         */
        IdentityRequestBody: {
            /**
             * @description What it is opened for
             * @enum {string}
             */
            purpose: "feedback" | "verification" | "supplement" | "protection" | "reward" | "tracing" | "court_order";
            /** @description Why; sealed */
            reason: string;
        };
        IdentityRequestList: {
            items: components["schemas"]["IdentityRequest"][];
        };
        /**
         * Format: date-time
         * @description RFC 3339, UTC, three decimals
         */
        Instant: string;
        InterferenceList: {
            items: {
                /** Format: uuid */
                id: string;
                case: components["schemas"]["CaseId"];
                /** @enum {string} */
                kind: "inquiry" | "pleading" | "pressure" | "leak_request" | "other";
                label: {
                    zh: string;
                    en: string;
                };
                /** @description Pseudonym; null where it is told in words */
                by: string | null;
                concernsHead: boolean;
                /** Format: date */
                on: string;
                /** @description Pseudonym */
                reportedBy: string;
                /** Format: date-time */
                reportedAt: string;
                /** @description Null for an auditor, and where the key of the family is gone */
                texts: {
                    how: string;
                    by: string | null;
                } | null;
            }[];
            nextCursor: string | null;
        };
        InterferenceReceipt: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            reportedAt: string;
        };
        JournalItem: {
            index: number;
            id: string;
            type: string;
            /** Format: date-time */
            time: string;
            /** Format: date-time */
            recorded: string;
            case: string | null;
            seq: number | null;
            /** @description Of a case: its procedure with the version */
            procedure: string | null;
            /** @description For refusals: the version that was judged */
            at: number | null;
            outcome: string;
            actor: {
                id: string;
                name?: string;
            };
            data?: {
                [key: string]: unknown;
            };
            effects?: unknown[];
            /** @description Base64 */
            leafHash: string;
            /** @description Of an event: the hash of the event of the case before it, in Base64 */
            prev: string | null;
            /** @description Disclosures this reader may not see */
            withheld: string[];
            erased: string[];
        };
        JournalList: {
            asOf: {
                size: number;
            };
            items: components["schemas"]["JournalItem"][];
            nextCursor: string | null;
        };
        /**
         * @example {
         *       "sheets": [
         *         {
         *           "act": "act-1",
         *           "person": "p-1"
         *         }
         *       ]
         *     }
         */
        KeepAssessmentRequest: {
            sheets: components["schemas"]["AssessmentSheet"][];
        };
        /** @description One act of one person, as one assessor sees it */
        KeptAssessmentSheet: {
            act: string;
            person: components["schemas"]["PersonId"];
            /** @default [] */
            factors: {
                /** @enum {string} */
                factor: "motive_attitude" | "objective_conditions" | "procedure_method" | "nature_degree" | "consequence_impact" | "remedy_of_loss";
                /** @enum {string} */
                rating?: "supports" | "neutral" | "against" | "bars" | "unknown";
                /**
                 * @description At least 30 characters before it is submitted
                 * @default
                 */
                reason: string;
                /**
                 * @description Ids of the evidence it rests on
                 * @default []
                 */
                evidence: string[];
            }[];
            /** @default [] */
            distinctions: {
                /** @enum {string} */
                code: "inexperience" | "exploratory" | "unintended";
                /** @enum {string} */
                answer?: "yes" | "no" | "na";
                /** @default  */
                reason: string;
                /**
                 * @description Ids of the evidence it rests on
                 * @default []
                 */
                evidence: string[];
            }[];
            /** @default [] */
            conditions: {
                code: string;
                holds?: boolean;
                /** @default  */
                reason: string;
            }[];
            /** @default [] */
            exclusions: {
                code: string;
                applies?: boolean;
                isForceMajeure?: boolean;
                /** @default  */
                reason: string;
            }[];
            /**
             * @description What the assessor would conclude
             * @enum {string}
             */
            outcome?: "not_tolerated" | "lighter" | "mitigated" | "exempted" | "not_pursued";
            /**
             * @description A view that differs, or anything else
             * @default
             */
            remark: string;
        };
        Key: {
            /** Format: uuid */
            id: string;
            /** @description null: nobody named it */
            name: string | null;
            person: components["schemas"]["PersonId"];
            roles: string[];
            unit: string | null;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            /** @description Beginning of the hour (UTC) it was last used in; null: never. No more exact on purpose */
            lastUsedAt: string | null;
        };
        KeyList: {
            items: components["schemas"]["Key"][];
            nextCursor: string | null;
        };
        /** @example {} */
        LeaveRequest: {
            /**
             * Format: date
             * @description The last day; today when absent, never a day to come
             */
            on?: string;
        };
        LegalHold: {
            id: string;
            /** @description The case it was placed on; it protects the whole family */
            case: string;
            isStanding: boolean;
            reason: string | null;
            /** @description Pseudonym */
            placedBy: string;
            placedAt: string;
            releasedBy: string | null;
            releasedAt: string | null;
            releaseReason: string | null;
        };
        /**
         * @example {
         *       "reason": "A court has asked for the file."
         *     }
         */
        LegalHoldBody: {
            /** @description Why; sealed */
            reason: string;
        };
        LegalHoldList: {
            items: components["schemas"]["LegalHold"][];
        };
        LoadFigures: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            items: {
                /** @description Null: assigned to nobody by name */
                assignee: components["schemas"]["PersonId"] | null;
                name: string | null;
                open: number;
                overdue: number;
                /** @description Due within seven days */
                dueSoon: number;
            }[];
        };
        /**
         * @example {
         *       "person": "p-wang",
         *       "login": "wang"
         *     }
         */
        MakeAccountRequest: {
            person: components["schemas"]["PersonId"];
            /** @description Letters of any script, digits and . _ @ - (2 to 64) */
            login: string;
        };
        /**
         * @example {
         *       "person": "p-wang",
         *       "role": "handler",
         *       "unit": "room-1",
         *       "kind": "post",
         *       "basis": "〔2026〕12号"
         *     }
         * @example {
         *       "person": "p-li",
         *       "role": "approver_incharge",
         *       "kind": "substitute",
         *       "inPlaceOf": "p-zhao",
         *       "until": "2026-12-31"
         *     }
         */
        MakeGrantRequest: {
            person: components["schemas"]["PersonId"];
            role: string;
            /** @description Absent: for the whole body */
            unit?: string;
            /**
             * @description A post, an acting post, or standing in for somebody
             * @enum {string}
             */
            kind: "post" | "acting" | "substitute";
            /** @description For a substitution: who holds that role there now */
            inPlaceOf?: components["schemas"]["PersonId"];
            /** @description Absent: at once */
            from?: string;
            /** @description A day counts through its end. Acting posts and substitutions need it */
            until?: string;
            /** @description Reference of the document it rests on */
            basis?: string;
        };
        /**
         * @example {
         *       "person": "portal",
         *       "name": "Website of the office",
         *       "roles": [
         *         "api_client"
         *       ]
         *     }
         */
        MakeKeyRequest: {
            person: components["schemas"]["PersonId"];
            /** @description What the key is for, so that it is known again. Never in the journal */
            name?: string;
            roles: string[];
            unit?: string;
            /**
             * Format: date-time
             * @description Absent: never
             */
            expiresAt?: string;
        };
        Me: {
            person: string;
            roles: string[];
            unit: string | null;
        };
        MessageList: {
            items: components["schemas"]["MessageView"][];
            /** @description Whether the reporter has shown the code once more, and so can read an answer */
            isReceiptKept: boolean;
        };
        MessageNumber: {
            number: number;
        };
        MessageView: {
            /** @description The order; days do not tell it */
            number: number;
            /** @enum {string} */
            from: "reporter" | "body";
            /** @enum {string} */
            kind: "message" | "added_facts" | "objection" | "recusal" | "withdrawal";
            /** @description Pseudonym of who wrote; null for the reporter */
            sender: string | null;
            wantsAnswer: boolean;
            /** Format: date */
            on: string;
            /** @description Null for the reporter, of whom the day is kept */
            sentAt: string | null;
            /** @description Null where the key of the family is gone */
            text: string | null;
            /** @description The file that came with it */
            evidence: string | null;
        };
        Migration: {
            id: string;
            procedure: string;
            toVersion: number;
            /**
             * @description `approved`: being carried out
             * @enum {string}
             */
            status: "proposed" | "approved" | "done";
            /** @description SHA-256 of what was planned for every case, hexadecimal */
            plan: string;
            /** @description Cases by verdict, as proposed */
            counts: {
                same: number;
                carries_over: number;
                blocked: number;
            };
            /** @description Cases by what became of them; with `dryRun`, by what would */
            outcomes: {
                moved: number;
                blocked: number;
                closed: number;
                waiting: number;
            };
            /** @description Pseudonym */
            proposedBy: string;
            proposedAt: string;
            /** @description Pseudonym */
            approvedBy: string | null;
            approvedAt: string | null;
            finishedAt: string | null;
            /** @constant */
            isDryRun?: true;
        };
        MigrationCase: {
            case: string;
            /** @description The version of the case it was planned on */
            version: number;
            fromVersion: number;
            /**
             * @description `same`: the newer version would have led to the same place; `carries_over`: it would not have, and knows the present state; `blocked`: it does not know it
             * @enum {string}
             */
            verdict: "same" | "carries_over" | "blocked";
            state: string;
            stateAfter: string | null;
            /** @description What the newer version does not know */
            missing: string | null;
            /** @description Events of the past that the newer version would not have taken */
            breaks: {
                version: number;
                event: string;
                state: string;
                /** @enum {string} */
                why: "unknown_event" | "not_in_this_state" | "person" | "guard" | "leads_elsewhere";
                guard: string | null;
                leadsTo: string | null;
                /** @description Facts that were not looked up at the time */
                lacks: string[];
            }[];
            allows: {
                before: string[];
                after: string[];
            };
            /** @description Clocks that the move starts and stops; all others go on as they are */
            clocks: {
                start: string[];
                stop: string[];
            };
            outcome: ("moved" | "blocked" | "closed") | null;
        };
        MigrationCaseList: {
            items: components["schemas"]["MigrationCase"][];
            nextCursor: string | null;
        };
        MigrationList: {
            items: components["schemas"]["Migration"][];
            nextCursor: string | null;
        };
        MonthFigures: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The period begins at this instant
             */
            from: string;
            /**
             * Format: date-time
             * @description And ends before this one
             */
            to: string;
            timeZone: string;
            items: {
                /** @description `YYYY-MM`, in the time zone of the body */
                month: string;
                received: number;
                closed: number;
            }[];
        };
        MoveClockRequest: {
            /** Format: date-time */
            now: string;
        };
        /**
         * @example {
         *       "assessors": [
         *         "p-handler",
         *         "p-panel-1"
         *       ]
         *     }
         */
        NameAssessorsRequest: {
            assessors: components["schemas"]["PersonId"][];
        };
        NamedAssessors: {
            round: number;
            assessors: components["schemas"]["PersonId"][];
        };
        NewKey: {
            /** Format: uuid */
            id: string;
            person: components["schemas"]["PersonId"];
            /** @description Shown this once */
            secret: string;
        };
        /** @description What the case still owes to a procedure that has not taken it up */
        Obligation: {
            code: string;
            procedure: string;
            row: string;
            since: components["schemas"]["Instant"];
            person?: components["schemas"]["PersonId"];
            act?: string;
        };
        OneTimePassword: {
            /**
             * Format: uuid
             * @description Identifier of the account
             */
            id: string;
            person: components["schemas"]["PersonId"];
            /** @description Shown this once; good for a week, and for changing it only */
            password: string;
        };
        OpenCaseCount: {
            count: number;
            /** @description There may be more: only so many open cases are counted */
            isCapped: boolean;
        };
        OpenCaseFigures: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            total: number;
            overdue: number;
            states: {
                procedure: string;
                state: string;
                count: number;
                overdue: number;
            }[];
            /** @description By age in whole days */
            ages: components["schemas"]["DaySpan"][];
            /** @description By working days left to what is due first; those that are over stand at -1 and less */
            daysLeft: components["schemas"]["DaySpan"][];
            /** @description Without anything due: paused, or no clock runs */
            undated: number;
            /** @description Units that have open cases, whichever unit was asked for */
            units: {
                unit: string;
                /** @description Its name, where it is known */
                name: string | null;
                count: number;
            }[];
        };
        /**
         * @example {
         *       "procedure": "complaint",
         *       "data": {
         *         "channel": "letter"
         *       }
         *     }
         */
        OpenCaseRequest: {
            procedure: string;
            /**
             * @description Data of the opening event; `event` names it where there are several
             * @default {}
             */
            data: {
                [key: string]: unknown;
            };
            /** @description Policy profile; the default one when absent */
            profile?: string;
        };
        OpenedCase: {
            id: components["schemas"]["CaseId"];
            /** @description What people call it, like `JB-2026-000123`; null for the second it takes to be given */
            number: string | null;
            procedure: string;
            procedureVersion: number;
            /** @description Hash of the pinned policy profile */
            profile: string;
            version: number;
            state: string;
            /** @description Every region of the chart with its state */
            regions: {
                [key: string]: string;
            };
            isOpen: boolean;
            isSuspended: boolean;
            family: components["schemas"]["CaseId"];
            subject: components["schemas"]["PersonId"] | null;
            assignee: components["schemas"]["PersonId"] | null;
            unit: string | null;
            summary: {
                [key: string]: string | number | boolean | null;
            };
            obligations: components["schemas"]["Obligation"][];
            /** @description What the case remembers; differs by procedure */
            details: {
                [key: string]: unknown;
            };
            /** @description Events the present state accepts, whoever fires them */
            accepts: string[];
            openedAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
            /** @description Of a dry run: the clocks it would start */
            clocks?: components["schemas"]["StartedClock"][];
        };
        OpenedIdentity: {
            case: string;
            request: string;
            /**
             * @description What it is opened for
             * @enum {string}
             */
            purpose: "feedback" | "verification" | "supplement" | "protection" | "reward" | "tracing" | "court_order";
            identities: {
                /** @description The journal entry that sealed it */
                entry: string;
                /** @description The day; reporters are not timed to the second */
                recordedOn: string;
                isErased: boolean;
                /** @description By JSON Pointer into the data of the event, like `/reporter/name` */
                values: {
                    [key: string]: unknown;
                };
            }[];
        };
        OutcomeFigures: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The period begins at this instant
             */
            from: string;
            /**
             * Format: date-time
             * @description And ends before this one
             */
            to: string;
            items: {
                procedure: string;
                state: string;
                count: number;
            }[];
        };
        OverviewFigures: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The period begins at this instant
             */
            from: string;
            /**
             * Format: date-time
             * @description And ends before this one
             */
            to: string;
            /** @description Open now with a clock that ran out */
            overdue: number;
            now: components["schemas"]["Turnover"];
            /** @description The same for the period of the same length before */
            before: components["schemas"]["Turnover"];
        };
        Paper: {
            /** Format: uuid */
            id: string;
            case: components["schemas"]["CaseId"];
            /** @description Code of the paper */
            paper: string;
            title: {
                zh: string;
                en: string;
            };
            /** @description Its number as printed, by language */
            number: {
                zh: string;
                en: string;
            };
            /** @description Roles and bodies it is addressed to */
            recipients: string[];
            /** @description The version of the case whose event owed it */
            version: number;
            /**
             * Format: uuid
             * @description The journal entry whose effects owed it
             */
            entry: string;
            /** Format: date-time */
            issuedAt: string;
            languages: ("zh" | "en")[];
            /** @description Hash of the exact bytes of its page, by language */
            sha256: {
                zh: string;
                en: string;
            };
            /** @description What it said was erased; number and hash remain */
            isErased: boolean;
        };
        PaperList: {
            items: components["schemas"]["Paper"][];
        };
        PaperPreview: {
            /** @description Code of the paper */
            paper: string;
            title: {
                zh: string;
                en: string;
            };
            /** @description Roles and bodies it would be addressed to */
            recipients: string[];
            /** @description The page, marked as a draft and without a number, by language */
            html: {
                zh: string;
                en: string;
            };
        };
        PaperPreviewList: {
            items: components["schemas"]["PaperPreview"][];
        };
        PermissionTable: {
            operations: {
                permission: string;
                sentence: {
                    zh: string;
                    en: string;
                };
                roles: string[];
                /** @enum {string} */
                decidedBy: "role" | "case";
            }[];
            events: {
                procedure: string;
                row: string;
                event: string;
                roles: string[];
                recordedBy: string[];
                people: number;
                isCollective: boolean;
                duty: string | null;
            }[];
        };
        Person: {
            id: components["schemas"]["PersonId"];
            /** @description null once erased */
            name: string | null;
            /** @description What the journal knows the person by */
            pseudonym: string;
            /** @description Since when nothing of theirs opens anything */
            leftAt: string | null;
            /** @description What the person holds now, by keys, clients and grants */
            roles: {
                role: string;
                unit: string | null;
            }[];
        };
        /** @description Opaque reference to a person; never a name */
        PersonId: string;
        PersonList: {
            items: components["schemas"]["Person"][];
            nextCursor: string | null;
        };
        /** @description Fields of the form on the page */
        PortalForm: {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "token": "ps_…",
         *       "text": "There is a second ledger."
         *     }
         */
        PortalMessageRequest: {
            /** @description What `/portal/session` gave */
            token?: string;
            /** @description In place of a token */
            receipt?: string;
            text: string;
            /**
             * @default message
             * @enum {string}
             */
            kind: "message" | "added_facts" | "objection" | "recusal" | "withdrawal";
        } | {
            /** @description What `/portal/session` gave */
            token?: string;
            /** @description In place of a token */
            receipt?: string;
            /** @description One of the actions of your report; fields by their pointer */
            action: {
                event: string;
                fields: {
                    [key: string]: string;
                };
            };
        };
        PortalMessageSent: {
            number: number | null;
            /** @description How it stands, as far as its reporter is told */
            status: {
                /** @enum {string} */
                code: "received" | "accepted" | "in_hand" | "needs_more" | "passed_on" | "not_taken_up" | "closed" | "answered" | "handled";
                label: {
                    zh: string;
                    en: string;
                };
                sentence: {
                    zh: string;
                    en: string;
                };
            };
        };
        PortalReceipt: {
            /** @description Shown this once; nobody can recover it */
            receipt: string;
            /** @description What `/portal/session` gave */
            token: string;
            /** @description How it stands, as far as its reporter is told */
            status: {
                /** @enum {string} */
                code: "received" | "accepted" | "in_hand" | "needs_more" | "passed_on" | "not_taken_up" | "closed" | "answered" | "handled";
                label: {
                    zh: string;
                    en: string;
                };
                sentence: {
                    zh: string;
                    en: string;
                };
            };
        };
        PortalReport: {
            /** @description How it stands, as far as its reporter is told */
            status: {
                /** @enum {string} */
                code: "received" | "accepted" | "in_hand" | "needs_more" | "passed_on" | "not_taken_up" | "closed" | "answered" | "handled";
                label: {
                    zh: string;
                    en: string;
                };
                sentence: {
                    zh: string;
                    en: string;
                };
            };
            /** Format: date */
            receivedOn: string;
            messages: {
                number: number;
                /** @enum {string} */
                from: "reporter" | "body";
                /** @enum {string} */
                kind: "message" | "added_facts" | "objection" | "recusal" | "withdrawal";
                /** Format: date */
                on: string;
                text: string;
                wantsAnswer: boolean;
                hasFile: boolean;
            }[];
            /** @description On which days your identity was shown, and what for */
            disclosures: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                purpose: "feedback" | "verification" | "supplement" | "protection" | "reward" | "tracing" | "court_order";
                label: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description What else you may do now */
            actions: {
                event: string;
                label: {
                    zh: string;
                    en: string;
                };
                fields: {
                    /** @description JSON Pointer into the event's data */
                    pointer: string;
                    label: {
                        zh: string;
                        en: string;
                    };
                    isRequired: boolean;
                    maxLength: number;
                }[];
            }[];
        };
        /**
         * @example {
         *       "content": "The relief grain was entered twice.",
         *       "about": "The warehouse keeper"
         *     }
         */
        PortalReportRequest: {
            /** @description What happened; sealed */
            content: string;
            /** @description Whom or what unit it is about, in words; sealed */
            about?: string;
            /**
             * Format: date
             * @description The day it happened
             */
            happenedOn?: string;
            /** @description Who reports; absent for an anonymous report. Sealed apart */
            identity?: {
                name: string;
                unit?: string;
                contact: string;
            };
        };
        PortalSession: {
            /** @description What `/portal/session` gave */
            token: string;
            report: components["schemas"]["PortalReport"];
        };
        /**
         * @example {
         *       "receipt": "9962 5125 8882 3310"
         *     }
         */
        PortalSessionRequest: {
            /** @description The 16 digits of the receipt; spaces do no harm */
            receipt: string;
        };
        PossibleDuplicates: {
            items: {
                case: components["schemas"]["CaseId"];
                /** @description What people call it, like `JB-2026-000123`; null for the second it takes to be given */
                number: string | null;
                state: string;
                stateLabel: {
                    zh: string;
                    en: string;
                };
                isOpen: boolean;
                /** Format: date-time */
                openedAt: string;
                receivedAt: string | null;
                reasons: ("same_subject" | "similar_words" | "same_allegation" | "same_day")[];
                /** @description How alike the words are; null where one of the two has none */
                similarity: number | null;
            }[];
        };
        Preferences: {
            /** @description Null: as the browser says */
            locale: ("zh" | "en") | null;
            /** @enum {string} */
            density: "compact" | "standard" | "roomy";
            /** @description By list, the columns that are shown, in order; a list that is missing shows its own */
            columns: {
                [key: string]: string[];
            };
            /** @description Whether single keys do something */
            hasShortcuts: boolean;
            /** @description Whether the queue shows a case beside the list */
            isSplit: boolean;
        };
        PresenceList: {
            /** @description The others */
            items: {
                case: components["schemas"]["CaseId"];
                id: components["schemas"]["PersonId"];
                name: string | null;
                doing: components["schemas"]["Doing"];
                /** Format: date-time */
                since: string;
            }[];
        };
        /**
         * @example {
         *       "doing": "viewing"
         *     }
         */
        PresenceRequest: {
            doing: components["schemas"]["Doing"];
        };
        PresentPerson: {
            id: components["schemas"]["PersonId"];
            name: string | null;
            doing: components["schemas"]["Doing"];
            /** Format: date-time */
            since: string;
        };
        /**
         * @example {
         *       "procedure": "complaint",
         *       "clock": "report.accept_notice",
         *       "from": "2026-11-24T09:00:00+08:00"
         *     }
         */
        PreviewDeadlineRequest: {
            procedure: string;
            /** @enum {string} */
            clock: "report.receipt_ack" | "report.route_out" | "report.accept_notice" | "report.hand_over" | "report.disposition" | "report.letter_reply" | "report.explanation_report" | "report.verify" | "report.file_decision" | "report.minor_handling" | "report.case_decision" | "report.feedback" | "report.dept_feedback" | "report.close" | "report.shelf_review" | "report.suspension_review" | "recusal.decide" | "clar.assess" | "clar.review" | "clar.approve" | "clar.carry_out" | "clar.follow_up" | "clar.archive" | "fa.investigate" | "fa.approve" | "fa.handle" | "tol.apply" | "tol.accept" | "tol.cure" | "tol.verify" | "tol.decide" | "tol.deliver" | "tol.record" | "prefile.screen" | "prefile.check" | "prefile.decide" | "prefile.validity" | "rect.plan" | "rect.item" | "rect.check" | "rect.look_back" | "rect.archive" | "service.period" | "service.lift" | "service.return_visit" | "service.use_review" | "service.hold" | "appeal.window" | "appeal.accept" | "appeal.cure" | "appeal.decide" | "appeal.deliver" | "appeal.execute" | "perf.review" | "perf.conclude";
            /**
             * Format: date-time
             * @description When the clock would start; that day does not count
             */
            from: string;
            /** @description Policy profile; the default one when absent */
            profile?: string;
        };
        /**
         * @example {
         *       "event": "ACCEPT",
         *       "data": {}
         *     }
         */
        PreviewPapersRequest: {
            /** @description The event that would issue them */
            event: string;
            /**
             * @description The data of that event
             * @default {}
             */
            data: {
                [key: string]: unknown;
            };
            /** @description Only the paper of this code */
            paper?: string;
        };
        /** @description RFC 9457 problem details */
        Problem: {
            /**
             * Format: uri
             * @description A page that explains this kind of problem
             */
            type: string;
            /** @description The kind of problem, in the language of Accept-Language */
            title: string;
            status: number;
            /** @description What happened this time */
            detail: string;
            /**
             * Format: uri
             * @description This request, as the log knows it
             */
            instance: string;
            /**
             * @description The last part of `type`
             * @enum {string}
             */
            code: "malformed-json" | "bad-parameter" | "unauthenticated" | "not-permitted" | "second-factor-needed" | "password-change-needed" | "foreign-page" | "not-found" | "not-integrated" | "method-not-allowed" | "request-timeout" | "event-not-allowed" | "directory-conflict" | "nothing-sealed" | "request-closed" | "erasure-blocked" | "already-sent" | "texts-erased" | "request-in-progress" | "too-many-drafts" | "person-known" | "not-batchable" | "sandbox-only" | "case-changed" | "draft-changed" | "too-large" | "unsupported-media-type" | "range-not-satisfiable" | "validation-failed" | "idempotency-key-reused" | "clock-not-forward" | "if-match-missing" | "too-many-requests" | "headers-too-large" | "internal-error" | "file-damaged" | "storage-away" | "database-away" | "not-ready" | "provider-away" | "overloaded";
            errors?: ({
                /** @description JSON Pointer into the body, or `/query/…`, `/path/…`, `/headers/…` */
                pointer: string;
                message: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        Procedure: {
            name: string;
            version: number;
            /** @description Every version this program can run */
            versions: number[];
            label: {
                zh: string;
                en: string;
            };
            /** @description Hash of what this version declares */
            definition: string;
            openings: string[];
            states: components["schemas"]["ProcedureState"][];
            events: string[];
            regions: {
                [key: string]: {
                    initial: string;
                    states: {
                        state: string;
                        label: {
                            zh: string;
                            en: string;
                        };
                    }[];
                };
            };
            transitions: components["schemas"]["ProcedureTransition"][];
            /** @description JSON Schema of the data of each event */
            schemas: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        ProcedureDifference: {
            name: string;
            from: number;
            to: number;
            items: {
                /** @enum {string} */
                part: "state" | "region" | "transition" | "guard" | "event";
                code: string;
                label: {
                    zh: string;
                    en: string;
                } | null;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                /** @description What of it is not what it was; empty for what was added or removed */
                fields: {
                    field: string;
                    /** @description As JSON text; null where there was none */
                    before: string | null;
                    after: string | null;
                }[];
            }[];
        };
        ProcedureList: {
            items: components["schemas"]["ProcedureSummary"][];
        };
        ProcedureState: {
            state: string;
            label: {
                zh: string;
                en: string;
            };
            isClosed: boolean;
            /** @description Roles that are owed to act there */
            owed: string[];
            /** @description Clocks that normally run there */
            clocks: string[];
        };
        ProcedureSummary: {
            name: string;
            version: number;
            /** @description Every version this program can run */
            versions: number[];
            label: {
                zh: string;
                en: string;
            };
            /** @description Hash of what this version declares */
            definition: string;
            openings: string[];
            states: string[];
            events: string[];
        };
        ProcedureTransition: {
            /** @description Row of the procedure table */
            row: string;
            event: string;
            label: {
                zh: string;
                en: string;
            };
            region: string;
            from: string[];
            /** @description Null: the event changes no state */
            to: string | null;
            /** @description The choice in the data this row stands for */
            when: {
                [key: string]: unknown;
            };
            roles: string[];
            recordedBy: string[];
            people: number;
            isCollective: boolean;
            /** @description Fired by the engine: a link or a clock */
            isInternal: boolean;
            duty: string | null;
            guards: {
                guard: string;
                words: {
                    zh: string;
                    en: string;
                };
                basis: string[];
            }[];
            basis: string[];
        };
        ProcedureVersionList: {
            items: {
                version: number;
                /** @description Hash of what this version declares */
                definition: string;
                /** @description Whether new cases are opened with it */
                isCurrent: boolean;
                openCases: components["schemas"]["OpenCaseCount"];
            }[];
        };
        Profile: {
            id: string;
            version: string;
            hash: string;
            name: {
                zh: string;
                en: string;
            };
            calendar: string;
            /** @description Whether new cases can be opened under it */
            isLoaded: boolean;
            rules: {
                timeZone: string;
                dayEnd: string;
                endConvention: string;
                bodyLevel: string;
                minimumHandlers: number;
                quorum: {
                    members: number;
                    majority: string;
                };
                /** @description Roles that are told when a limit passes */
                tells: string[];
                pausedBySuspension: string[];
            };
            /** @description Alarms of every clock, the earliest first */
            ladder: {
                code: string;
                before: {
                    amount: number;
                    unit: string;
                } | null;
                after: {
                    amount: number;
                    unit: string;
                } | null;
                to: string[] | null;
            }[];
            limits: {
                clock: string;
                label: {
                    zh: string;
                    en: string;
                };
                /** @description null: switched off */
                limit: {
                    amount: number;
                    /** @enum {string} */
                    unit: "working_day" | "calendar_day" | "month" | "quarter" | "second";
                    rollOver: boolean;
                    endConvention: string;
                    extension: {
                        amount: number;
                        /** @enum {string} */
                        unit: "working_day" | "calendar_day" | "month" | "quarter" | "second";
                        times: number;
                    } | null;
                    pausable: boolean;
                } | null;
                basis: string[];
            }[];
            lists: {
                list: string;
                items: {
                    code: string;
                    label: {
                        zh: string;
                        en: string;
                    };
                    mapsTo: string | null;
                    basis: string[];
                }[];
            }[];
        };
        ProfileList: {
            items: components["schemas"]["ProfileSummary"][];
        };
        ProfileSummary: {
            id: string;
            version: string;
            hash: string;
            name: {
                zh: string;
                en: string;
            };
            calendar: string;
            /** @description Whether new cases can be opened under it */
            isLoaded: boolean;
            openCases: components["schemas"]["OpenCaseCount"];
        };
        /**
         * @example {
         *       "toVersion": 2
         *     }
         */
        ProposeMigrationRequest: {
            /** @description The version the running cases are moved to */
            toVersion: number;
        };
        PunctualityFigures: {
            /**
             * Format: date-time
             * @description The instant the figures were taken at
             */
            asOf: string;
            /**
             * Format: date-time
             * @description The period begins at this instant
             */
            from: string;
            /**
             * Format: date-time
             * @description And ends before this one
             */
            to: string;
            items: {
                /** @description Code of the unit; null for none */
                unit: string | null;
                /** @description Its name, where it is known */
                name: string | null;
                closed: number | null;
                /** @description Closed without a clock of theirs having run out */
                onTime: number | null;
                /** @description Too few cases to tell: fewer than five */
                isSuppressed: boolean;
            }[];
        };
        /**
         * @description What this is read or searched for; it is put on record with the reading
         * @default not_stated
         * @enum {string}
         */
        Purpose: "handling" | "supervision" | "appeal" | "audit" | "personnel" | "not_stated";
        /**
         * @example {
         *       "content": {
         *         "channel": "letter"
         *       }
         *     }
         */
        PutDraftRequest: {
            /** @description As the page has it; the server does not look at it */
            content: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "name": "王某"
         *     }
         */
        PutPersonRequest: {
            name: components["schemas"]["DisplayName"];
        };
        /**
         * @example {
         *       "locale": "zh",
         *       "density": "compact"
         *     }
         */
        PutPreferencesRequest: {
            /**
             * @description Null: as the browser says
             * @default null
             */
            locale: ("zh" | "en") | null;
            /**
             * @default standard
             * @enum {string}
             */
            density: "compact" | "standard" | "roomy";
            /** @default {} */
            columns: {
                [key: string]: string[];
            };
            /**
             * @description Whether single keys do something
             * @default true
             */
            hasShortcuts: boolean;
            /**
             * @description Whether the queue shows a case beside the list
             * @default false
             */
            isSplit: boolean;
        };
        /**
         * @example {
         *       "name": "第一监督检查室",
         *       "parentId": "commission",
         *       "isBody": false
         *     }
         */
        PutUnitRequest: {
            name: components["schemas"]["DisplayName"];
            /** @default null */
            parentId: string | null;
            /** @default false */
            isBody: boolean;
        };
        Ready: {
            /** @constant */
            status: "ready";
            version: string;
            sandbox: boolean;
            database: components["schemas"]["DatabaseView"];
        };
        /**
         * @example {
         *       "name": "王某",
         *       "workplace": "某镇水务站",
         *       "post": "站长"
         *     }
         */
        RegisterPersonRequest: {
            name: components["schemas"]["DisplayName"];
            workplace?: components["schemas"]["DisplayName"];
            post?: components["schemas"]["DisplayName"];
            /**
             * @description You have seen whom the directory knows by this name, and it is none of them
             * @default false
             */
            isSomebodyElse: boolean;
        };
        RegisteredPerson: {
            id: components["schemas"]["PersonId"];
            name: string;
            workplace: string | null;
            post: string | null;
        };
        Relation: {
            /** Format: uuid */
            id: string;
            person: components["schemas"]["PersonId"];
            other: components["schemas"]["PersonId"];
            /** @enum {string} */
            kind: "spouse" | "direct_blood" | "collateral_three_generations" | "in_law" | "stake" | "former_colleague";
            label: {
                zh: string;
                en: string;
            };
            /** @description Whether such a relation keeps a person from any part */
            isBar: boolean;
            declaredBy: components["schemas"]["PersonId"];
            /** Format: date-time */
            declaredAt: string;
            endedAt: string | null;
            basis: string[];
        };
        RelationList: {
            items: components["schemas"]["Relation"][];
        };
        /**
         * @example {
         *       "kind": "inquiry",
         *       "by": {
         *         "person": "p-1"
         *       },
         *       "on": "2026-03-02",
         *       "how": "Asked at lunch how far it was."
         *     }
         */
        ReportInterferenceRequest: {
            /** @enum {string} */
            kind: "inquiry" | "pleading" | "pressure" | "leak_request" | "other";
            /** @description Who it was: a person of the directory, or words, which are sealed */
            by: {
                person: components["schemas"]["PersonId"];
            } | {
                description: string;
            };
            /**
             * @description It is about the head of the organ, who then does not see it
             * @default false
             */
            concernsHead: boolean;
            /**
             * Format: date
             * @description The day it happened
             */
            on: string;
            /** @description How it went; sealed */
            how: string;
        };
        /**
         * @example {
         *       "clearSecondFactor": true
         *     }
         */
        ResetAccountRequest: {
            /**
             * @description Also take the second factor away, as for a lost telephone
             * @default false
             */
            clearSecondFactor: boolean;
        };
        /**
         * @example {
         *       "outcome": "justified"
         *     }
         */
        ReviewBreakGlassRequest: {
            /** @enum {string} */
            outcome: "justified" | "not_justified";
            /** @description Sealed */
            remark?: string;
        };
        Role: {
            role: string;
            label: {
                zh: string;
                en: string;
            };
            /**
             * @description A party to a matter, somebody who works on cases, or neither
             * @enum {string}
             */
            kind: "party" | "staff" | "other";
            may: {
                zh: string;
                en: string;
            };
            /** @description null where nothing is barred beyond what procedures say */
            mayNot: {
                zh: string;
                en: string;
            } | null;
            /** @description As `/api/v1/permissions` names them */
            permissions: string[];
            basis: string[];
        };
        RoleList: {
            items: components["schemas"]["Role"][];
        };
        SandboxClock: {
            /** Format: date-time */
            now: string;
        };
        /**
         * @example {
         *       "name": "临期案件",
         *       "list": "cases",
         *       "query": {
         *         "light": "due_soon",
         *         "mine": "true"
         *       },
         *       "isShared": false
         *     }
         */
        SaveViewRequest: {
            name: components["schemas"]["DisplayName"];
            /** @enum {string} */
            list: "cases" | "clarifications" | "tolerance_reviews" | "rectifications" | "appeals" | "sanction_periods" | "risk_filings";
            /** @description Filters and order, as the query of `GET /api/v1/cases` has them; `q`, `number`, `limit` and `cursor` are not kept */
            query: {
                [key: string]: string;
            };
            /**
             * @description With everybody of the unit I act in now
             * @default false
             */
            isShared: boolean;
        };
        SavedView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            list: "cases" | "clarifications" | "tolerance_reviews" | "rectifications" | "appeals" | "sanction_periods" | "risk_filings";
            query: {
                [key: string]: string;
            };
            isShared: boolean;
            /** @description Whether I made it, and so may change it */
            isMine: boolean;
            /** Format: date-time */
            updatedAt: string;
        };
        SavedViewList: {
            items: components["schemas"]["SavedView"][];
        };
        SecondFactorConfirmed: {
            /** @description Shown this once; each is taken once */
            recoveryCodes: string[];
            session: components["schemas"]["Session"];
        };
        /**
         * @example {
         *       "text": "Which month was it?",
         *       "wantsAnswer": true
         *     }
         */
        SendMessageRequest: {
            /** @description Sealed */
            text: string;
            /**
             * @description The reporter is told that more is needed from them
             * @default false
             */
            wantsAnswer: boolean;
        };
        Session: {
            person: components["schemas"]["PersonId"];
            name: string | null;
            /** @description The unit acted for; null for the whole body */
            unit: string | null;
            /** @description Held in that unit, at this moment */
            roles: string[];
            /** @description Units the person may act for, one at a time; the oldest first */
            posts: {
                unit: string | null;
                roles: string[];
            }[];
            /** @enum {string} */
            way: "password" | "oidc";
            /** @description Whether one was given at this sign-in, or enrolled since */
            hasSecondFactor: boolean;
            /** @description What has to be done before anything else: change the password, enrol a second factor */
            owes: ("password" | "second_factor") | null;
            /** @description To be sent as `X-CSRF-Token` with every change */
            csrfToken: string;
            /** Format: date-time */
            openedAt: string;
            /** @description When the account was signed in to before, so that its holder notices what they did not do; null: never */
            previousAt: string | null;
            /**
             * Format: date-time
             * @description Ends then unless it is used
             */
            idleUntil: string;
            /**
             * Format: date-time
             * @description Ends then in any case
             */
            expiresAt: string;
        };
        ShutOutList: {
            items: {
                /** Format: uuid */
                id: string;
                case: components["schemas"]["CaseId"];
                /** Format: date-time */
                at: string;
                /** @description Pseudonym of whose step it was */
                by: string;
                /** @description The event that named them */
                event: string;
                /** @description Staff who are among the persons of the family since, and see it as such */
                persons: components["schemas"]["PersonId"][];
            }[];
            nextCursor: string | null;
        };
        /**
         * @example {
         *       "login": "zhou",
         *       "password": "three rivers and one tall crane",
         *       "code": "492039"
         *     }
         */
        SignInRequest: {
            login: string;
            password: string;
            /** @description Needed once a second factor is enrolled */
            code?: string;
        };
        StartedClock: {
            clock: string;
            label: {
                zh: string;
                en: string;
            };
            instance: string;
            dueAt: string | null;
            dueOn: string | null;
            limit: {
                amount: number;
                unit: string;
            };
        };
        StepOutcome: {
            /** @description State of the case before */
            from: string;
            /** @description State of the case after */
            to: string;
            /** @description Clocks that start or whose end moves */
            starts: components["schemas"]["StartedClock"][];
            /** @description Clocks that stop */
            stops: string[];
            /** @description Procedures of the cases that open with it */
            opens: string[];
            notices: {
                notice: string;
                who: string[];
            }[];
            papers: {
                paper: string;
                to: string[];
            }[];
        };
        /**
         * @example {
         *       "unit": "room-1"
         *     }
         */
        SwitchPostRequest: {
            unit: string | null;
        };
        System: {
            version: string;
            /** @description What the process that answered does */
            role: ("all" | "api" | "worker") | null;
            /**
             * Format: date-time
             * @description By the clock that judges limits
             */
            now: string;
            database: {
                /** @enum {string} */
                kind: "embedded" | "postgresql";
                /** @enum {string} */
                durability: "process_crash" | "power_loss";
            };
            isSandbox: boolean;
            /** @description Whether row-level security stands behind need-to-know */
            hasSecondWall: boolean;
            singleSignOn: boolean;
            /** @description What background work has before it, whichever process does it */
            work: {
                /** @enum {string} */
                work: "integrate_journal" | "fire_due_clocks";
                /** @description Counted up to 1001 */
                waiting: number;
                /** @description Since when the oldest of it waits */
                since: string | null;
            }[];
        };
        TokenAnswer: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds */
            expires_in: number;
            /** @description Roles by blanks */
            scope: string;
        } | {
            /** @enum {string} */
            error: "invalid_request" | "invalid_client" | "unsupported_grant_type" | "invalid_scope";
            error_description: string;
        };
        /**
         * @example {
         *       "grant_type": "client_credentials"
         *     }
         */
        TokenRequest: {
            /** @description `client_credentials` */
            grant_type?: string | string[];
            /** @description Roles by blanks; absent: all the client has */
            scope?: string | string[];
            /** @description Unless it is in `Authorization: Basic` */
            client_id?: string | string[];
            /** @description Likewise */
            client_secret?: string | string[];
        } & {
            [key: string]: unknown;
        };
        ToleranceCoverage: {
            /** @description Allegations opened not before this instant */
            from: string | null;
            /** @description Allegations opened before this instant */
            to: string | null;
            items: {
                /** @description The finding */
                finding: string | null;
                /** @description What was decided on the allegation; null where nothing was yet */
                decision: string | null;
                /** @description State of the tolerance review; null where tolerance was never considered */
                review: string | null;
                /** @description Whether the review still goes on */
                isOpen: boolean;
                /** @description How many allegations */
                count: number;
            }[];
        };
        Turnover: {
            /** @description Open when the period ended */
            inHand: number;
            /** @description Opened in the period */
            received: number;
            /** @description Closed in the period; what was reopened since counts as open */
            closed: number;
            /** @description With a clock that ran out in the period */
            ranOut: number;
        };
        Unit: {
            /** @description Code of the unit, as keys, grants and cases name it */
            id: string;
            name: string;
            /** @description The unit above; null at the top */
            parentId: string | null;
            /** @description Whether it handles cases of its own: staff of one body do not see those of another */
            isBody: boolean;
        };
        UnitList: {
            items: components["schemas"]["Unit"][];
        };
        /** @example {} */
        WithdrawGrantRequest: {
            /** @description Kept with the grant, never in the journal */
            reason?: string;
        };
        Words: {
            zh: string;
            en: string;
        };
        WordsDocument: {
            /** @description Hash of all of it; the entity tag too */
            version: string;
            kinds: {
                /** @description Procedures */
                procedure: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description States of the flow, by procedure */
                state: {
                    [key: string]: {
                        [key: string]: {
                            zh: string;
                            en: string;
                        };
                    };
                };
                /** @description States of the other regions as `region.state`, by procedure */
                region: {
                    [key: string]: {
                        [key: string]: {
                            zh: string;
                            en: string;
                        };
                    };
                };
                /** @description Regions */
                regionName: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Events, by procedure */
                event: {
                    [key: string]: {
                        [key: string]: {
                            zh: string;
                            en: string;
                        };
                    };
                };
                /** @description Fields of data, summary and details. The nearest name counts: `procedure.EVENT.field`, `EVENT.field`, `list.field`, `field` */
                field: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description What to type, for fields whose name does not say it; named alike */
                fieldHelp: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Values of fields; named as the field with `.value` behind it, or the value alone */
                value: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Roles */
                role: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Whom papers and notices go to */
                recipient: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Duties */
                duty: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Time limits */
                clock: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Units of a time limit */
                unit: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Kinds of days */
                dayKind: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Notices */
                notice: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Papers; as `procedure.paper` where one is called otherwise there */
                paper: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Links between cases */
                link: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description What a person is to a case */
                part: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Effects of a step */
                effect: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description What a case may owe */
                obligation: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Rules; as `procedure.guard` where one says something else there */
                guard: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Why the engine says no */
                refusal: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Problems */
                problem: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Types of journal entries that are no event of a case */
                entry: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Fields of the journal and of every case that no event has */
                entryField: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description How what an entry tells of ended */
                entryOutcome: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Purposes of a reading */
                purpose: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Purposes of opening an identity */
                identityPurpose: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Kinds of messages of a reporter */
                messageKind: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Kinds of interference */
                interferenceKind: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Kinds of evidence files */
                evidenceKind: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description How a post is held */
                grantKind: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description What a role may be allowed to do */
                permission: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Lists of a profile */
                list: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
                /** @description Items of those lists as `list.item` */
                item: {
                    [key: string]: {
                        zh: string;
                        en: string;
                    };
                };
            };
        };
    };
    responses: {
        /** @description `already-sent`: This form was sent already; `request-in-progress`: A request with the same idempotency key is still running */
        "already-sent.request-in-progress": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `bad-parameter`: A parameter of the request is wrong */
        "bad-parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `bad-parameter`: A parameter of the request is wrong; `malformed-json`: The body is not JSON */
        "bad-parameter.malformed-json": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `case-changed`: The case has changed since you read it */
        "case-changed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `clock-not-forward`: The sandbox clock moves forward only; `validation-failed`: The content of the request is not valid */
        "clock-not-forward.validation-failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `database-away`: The database is away; `not-ready`: The service is not ready; `overloaded`: The service has more to do than it can */
        "database-away.not-ready.overloaded": {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `database-away`: The database is away; `overloaded`: The service has more to do than it can */
        "database-away.overloaded": {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other problem */
        default: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `directory-conflict`: Something in the directory stands against it */
        "directory-conflict": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `draft-changed`: The draft was saved or removed elsewhere meanwhile */
        "draft-changed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `erasure-blocked`: It may not be erased now; `nothing-sealed`: Nothing of that kind is sealed here any more */
        "erasure-blocked.nothing-sealed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `event-not-allowed`: The case does not accept this event now */
        "event-not-allowed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `event-not-allowed`: The case does not accept this event now; `request-in-progress`: A request with the same idempotency key is still running */
        "event-not-allowed.request-in-progress": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `event-not-allowed`: The case does not accept this event now; `texts-erased`: The texts of this family of cases were erased */
        "event-not-allowed.texts-erased": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `event-not-allowed`: The case does not accept this event now; `texts-erased`: The texts of this family of cases were erased; `request-in-progress`: A request with the same idempotency key is still running */
        "event-not-allowed.texts-erased.request-in-progress": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `file-damaged`: The file is damaged, or was altered; `internal-error`: The fault is ours */
        "file-damaged.internal-error": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `foreign-page`: This request did not come from a page of ours */
        "foreign-page": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `foreign-page`: This request did not come from a page of ours; `second-factor-needed`: A second factor has to be enrolled first; `password-change-needed`: The one-time password has to be changed first */
        "foreign-page.second-factor-needed.password-change-needed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `if-match-missing`: Say which version of the case you read */
        "if-match-missing": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal-error`: The fault is ours */
        "internal-error": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: There is nothing here for you */
        "not-found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-permitted`: You may not do this */
        "not-permitted": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-permitted`: You may not do this; `foreign-page`: This request did not come from a page of ours */
        "not-permitted.foreign-page": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-permitted`: You may not do this; `foreign-page`: This request did not come from a page of ours; `second-factor-needed`: A second factor has to be enrolled first; `password-change-needed`: The one-time password has to be changed first */
        "not-permitted.foreign-page.second-factor-needed.password-change-needed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-permitted`: You may not do this; `second-factor-needed`: A second factor has to be enrolled first; `password-change-needed`: The one-time password has to be changed first */
        "not-permitted.second-factor-needed.password-change-needed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-ready`: The service is not ready */
        "not-ready": {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `nothing-sealed`: Nothing of that kind is sealed here any more */
        "nothing-sealed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `overloaded`: The service has more to do than it can */
        overloaded: {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `person-known`: The directory knows this person already */
        "person-known": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `provider-away`: The sign-in provider does not answer; `database-away`: The database is away; `not-ready`: The service is not ready; `overloaded`: The service has more to do than it can */
        "provider-away.database-away.not-ready.overloaded": {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `range-not-satisfiable`: The file has no such part */
        "range-not-satisfiable": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-closed`: This was settled already, or has lapsed */
        "request-closed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-closed`: This was settled already, or has lapsed; `erasure-blocked`: It may not be erased now; `nothing-sealed`: Nothing of that kind is sealed here any more */
        "request-closed.erasure-blocked.nothing-sealed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-closed`: This was settled already, or has lapsed; `nothing-sealed`: Nothing of that kind is sealed here any more */
        "request-closed.nothing-sealed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request-timeout`: The request did not arrive in time */
        "request-timeout": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `sandbox-only`: This works in a sandbox only */
        "sandbox-only": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `second-factor-needed`: A second factor has to be enrolled first; `password-change-needed`: The one-time password has to be changed first */
        "second-factor-needed.password-change-needed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `storage-away`: The store of evidence is away; `database-away`: The database is away; `not-ready`: The service is not ready; `overloaded`: The service has more to do than it can */
        "storage-away.database-away.not-ready.overloaded": {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-large`: The body is too large */
        "too-large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-many-drafts`: There are as many drafts as one person may have */
        "too-many-drafts": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-many-requests`: Too many requests */
        "too-many-requests": {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: A valid credential is needed */
        unauthenticated: {
            headers: {
                /** @description How to present a credential */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported-media-type`: The media type of the body is not supported */
        "unsupported-media-type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `validation-failed`: The content of the request is not valid */
        "validation-failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `validation-failed`: The content of the request is not valid; `idempotency-key-reused`: The idempotency key was used for another request */
        "validation-failed.idempotency-key-reused": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `validation-failed`: The content of the request is not valid; `not-batchable`: This is not done in batches: what decides something is done case by case; `idempotency-key-reused`: The idempotency key was used for another request */
        "validation-failed.not-batchable.idempotency-key-reused": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            400: components["responses"]["bad-parameter"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            default: components["responses"]["default"];
        };
    };
    readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requests will be served */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            400: components["responses"]["bad-parameter"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["not-ready"];
            default: components["responses"]["default"];
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; version=0.0.4; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            default: components["responses"]["default"];
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, for which post, until when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["foreign-page"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    switchPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchPostRequest"];
            };
        };
        responses: {
            /** @description The session as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description Changed; the session goes on under another secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    enrolSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolRequest"];
            };
        };
        responses: {
            /** @description The secret, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmRequest"];
            };
        };
        responses: {
            /** @description Confirmed; the session goes on under another secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorConfirmed"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["request-closed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    beginSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider */
            302: {
                headers: {
                    /** @description The provider */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["provider-away.database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    finishSignOn: {
        parameters: {
            query: {
                /** @description As it was sent along */
                state: string;
                /** @description To be exchanged at the provider, once */
                code?: string;
                /** @description The provider */
                iss?: string;
                /** @description Why the provider refused */
                error?: string;
                /** @description The same in words */
                error_description?: string;
                /** @description More of it */
                error_uri?: string;
                /** @description The provider's own */
                session_state?: string;
                /** @description The provider's own */
                scope?: string;
                /** @description The provider's own */
                authuser?: string;
                /** @description The provider's own */
                hd?: string;
                /** @description The provider's own */
                prompt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed in; to the first page */
            303: {
                headers: {
                    /** @description The first page */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["provider-away.database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The token, or what is wrong (400, 401) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            400: components["responses"]["bad-parameter"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listProcedures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every procedure in its newest version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readProcedure: {
        parameters: {
            query?: {
                /** @description A version of the procedure; absent, the newest */
                version?: number;
            };
            header?: never;
            path: {
                /** @description Name, as in `/api/v1/procedures` */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The procedure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Procedure"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    drawProcedure: {
        parameters: {
            query?: {
                /** @description A version of the procedure; absent, the newest */
                version?: number;
                /** @description A case whose state is highlighted */
                case?: string;
            };
            header?: never;
            path: {
                /** @description Name, as in `/api/v1/procedures` */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A picture, in the language of `Accept-Language` */
            200: {
                headers: {
                    /** @description Language of the words in the picture */
                    "Content-Language"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    layOutProcedure: {
        parameters: {
            query?: {
                /** @description A version of the procedure; absent, the newest */
                version?: number;
                /** @description A case whose state is highlighted */
                case?: string;
                /** @description Only the present state, or the start, and one step each way */
                near?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Name, as in `/api/v1/procedures` */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The layout */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diagram"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The words */
            200: {
                headers: {
                    /** @description The version of the words */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WordsDocument"];
                };
            };
            /** @description As `If-None-Match` names it */
            304: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    proposeMigration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name, as in `/api/v1/procedures` */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeMigrationRequest"];
            };
        };
        responses: {
            /** @description The proposal, with the hash of its plan */
            201: {
                headers: {
                    /** @description Address of the proposal */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Migration"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listMigrations: {
        parameters: {
            query?: {
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readMigration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a migration of running cases */
                migrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The migration */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Migration"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listMigrationCases: {
        parameters: {
            query?: {
                /** @description Only cases of this verdict */
                verdict?: "same" | "carries_over" | "blocked";
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Identifier of a migration of running cases */
                migrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationCaseList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    approveMigration: {
        parameters: {
            query?: {
                /** @description Tells the outcome and writes nothing */
                dryRun?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Identifier of a migration of running cases */
                migrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The migration, carried out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Migration"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who may do what */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionTable"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person behind the key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listUnits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every unit, by code; `parentId` makes the tree */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    putUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code of a unit */
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutUnitRequest"];
            };
        };
        responses: {
            /** @description The unit; 201 where it is new */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    removeUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code of a unit */
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            409: components["responses"]["directory-conflict"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description How a reference or a name begins */
                q?: string;
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    putPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person, as the directory of the body knows them; never a name */
                personId: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutPersonRequest"];
            };
        };
        responses: {
            /** @description The person; 201 where they are new */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    leaveBody: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person, as the directory of the body knows them; never a name */
                personId: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveRequest"];
            };
        };
        responses: {
            /** @description What ended, and what is left to hand over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Departure"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    lookUpPeople: {
        parameters: {
            query?: {
                /** @description Whom to look for */
                kind?: "colleague" | "official";
                /** @description How a reference or a name begins */
                q?: string;
                /** @description Of colleagues: only those who hold this role */
                role?: "reception_officer" | "identity_custodian" | "handler" | "handling_dept_head" | "case_supervisor" | "reviewer" | "approver_incharge" | "approver_head" | "collegial_body" | "tolerance_panel" | "org_personnel" | "superior_body" | "appeals_panel";
            };
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whom there is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundPeople"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    lookUpUnits: {
        parameters: {
            query?: {
                /** @description What its code or its name holds */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Fifty at most, by code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundUnits"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    registerPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPersonRequest"];
            };
        };
        responses: {
            /** @description The person, by the reference to use */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPerson"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["person-known"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listGrants: {
        parameters: {
            query?: {
                /** @description Of this person only */
                person?: components["schemas"]["PersonId"];
                /** @description In this unit only */
                unit?: string;
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, the newest first, ended ones too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    makeGrant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeGrantRequest"];
            };
        };
        responses: {
            /** @description The grant */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["directory-conflict"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    withdrawGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a grant: a post, an acting post or a substitution */
                grantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawGrantRequest"];
            };
        };
        responses: {
            /** @description The grant, withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, the newest first, revoked ones too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    makeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeKeyRequest"];
            };
        };
        responses: {
            /** @description The secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["directory-conflict"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a key, which is not its secret */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description Of this person only */
                person?: components["schemas"]["PersonId"];
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    makeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeAccountRequest"];
            };
        };
        responses: {
            /** @description The one-time password */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePassword"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["directory-conflict"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    resetAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of an account */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetAccountRequest"];
            };
        };
        responses: {
            /** @description The one-time password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePassword"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["directory-conflict"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    disableAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of an account */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    enableAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of an account */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listAccountSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of an account */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first, 100 at most */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSessionList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    endAccountSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of an account */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account, with no session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    endAccountSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of an account */
                accountId: string;
                /** @description Identifier of a session, which is not its secret */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It opens nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    handOver: {
        parameters: {
            query?: {
                /** @description Tells the outcome and writes nothing */
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverRequest"];
            };
        };
        responses: {
            /** @description What became of each case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description Names of procedures, several separated by commas */
                procedure?: string;
                /** @description Codes of states, several separated by commas */
                state?: string;
                /** @description Ways a complaint came in, several codes separated by commas; only complaints have one */
                channel?: string;
                /** @description The person the case is assigned to */
                assignee?: components["schemas"]["PersonId"];
                /** @description Cases with a clock that falls due before this instant */
                dueBefore?: string;
                /** @description Only those with a clock that ran out, or only those without */
                overdue?: "true" | "false";
                /** @description Only cases whose light this is */
                light?: "overdue" | "due_soon" | "on_track" | "paused" | "none";
                /** @description Only open cases, or only closed ones */
                open?: "true" | "false";
                /** @description Assigned to me or to whom I stand in for, or I am of the team */
                mine?: "true" | "false";
                /** @description Was mine, and is closed or in other hands */
                done?: "true" | "false";
                /** @description A paper of the case was addressed to a role of mine */
                copied?: "true" | "false";
                /** @description Open, and nobody is in charge of it */
                unassigned?: "true" | "false";
                /** @description Of this unit, or somebody of this unit is in charge of it */
                unit?: string;
                /** @description Cases opened at this instant or later */
                openedFrom?: string;
                /** @description Cases opened before this instant */
                openedTo?: string;
                /** @description Number of a case, like `JB-2026-000123` */
                number?: string;
                /** @description Beginning of a case id or of a number, or exactly a subject, an assignee, a state or a procedure */
                q?: string;
                /** @description Order of the list; a minus sign turns it round. `urgency`: what is overdue, then what is due next, then the rest, the oldest first */
                sort?: "opened" | "-opened" | "due" | "-due" | "updated" | "-updated" | "urgency";
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the cases you may know of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    openCase: {
        parameters: {
            query?: {
                /** @description Tells the outcome and writes nothing */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description Repeats of one request carry one key; the first answer is given again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCaseRequest"];
            };
        };
        responses: {
            /** @description The case, at version 1; with `dryRun`, 200 and the case as it would be, with the clocks it would start */
            201: {
                headers: {
                    /** @description Address of the case */
                    Location?: string;
                    /** @description Version of the case */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedCase"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["event-not-allowed.texts-erased.request-in-progress"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed.idempotency-key-reused"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countCases: {
        parameters: {
            query?: {
                /** @description Names of procedures, several separated by commas */
                procedure?: string;
                /** @description Codes of states, several separated by commas */
                state?: string;
                /** @description Ways a complaint came in, several codes separated by commas; only complaints have one */
                channel?: string;
                /** @description The person the case is assigned to */
                assignee?: components["schemas"]["PersonId"];
                /** @description Cases with a clock that falls due before this instant */
                dueBefore?: string;
                /** @description Only those with a clock that ran out, or only those without */
                overdue?: "true" | "false";
                /** @description Only cases whose light this is */
                light?: "overdue" | "due_soon" | "on_track" | "paused" | "none";
                /** @description Only open cases, or only closed ones */
                open?: "true" | "false";
                /** @description Assigned to me or to whom I stand in for, or I am of the team */
                mine?: "true" | "false";
                /** @description Was mine, and is closed or in other hands */
                done?: "true" | "false";
                /** @description A paper of the case was addressed to a role of mine */
                copied?: "true" | "false";
                /** @description Open, and nobody is in charge of it */
                unassigned?: "true" | "false";
                /** @description Of this unit, or somebody of this unit is in charge of it */
                unit?: string;
                /** @description Cases opened at this instant or later */
                openedFrom?: string;
                /** @description Cases opened before this instant */
                openedTo?: string;
                /** @description Number of a case, like `JB-2026-000123` */
                number?: string;
                /** @description Beginning of a case id or of a number, or exactly a subject, an assignee, a state or a procedure */
                q?: string;
            };
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many there are, by light, procedure and state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseCounts"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readCase: {
        parameters: {
            query?: {
                /** @description The case as it stood at this instant */
                at?: string;
            };
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    /** @description Version of the case */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description As `If-None-Match` names it */
            304: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listActions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every event of the present state, allowed or not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listCaseEvents: {
        parameters: {
            query?: {
                /** @description Oldest first, or newest first */
                order?: "asc" | "desc";
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseEventList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    applyCaseEvent: {
        parameters: {
            query?: {
                /** @description Tells the outcome and writes nothing */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description The `ETag` of the case as you read it */
                "If-Match": string;
                /** @description Repeats of one request carry one key; the first answer is given again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyEventRequest"];
            };
        };
        responses: {
            /** @description The case as the event left it; with `dryRun`, as it would, and what else would come of it */
            200: {
                headers: {
                    /** @description Version of the case */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedCase"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["event-not-allowed.texts-erased"];
            412: components["responses"]["case-changed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed.idempotency-key-reused"];
            428: components["responses"]["if-match-missing"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listCasePeople: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Persons with their parts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePeople"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    explainClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every clock of the case, stopped ones too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listCaseFamily: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cases of the family that you may know of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Family"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listActs: {
        parameters: {
            query: {
                /** @description The person whose acts are asked for */
                person: components["schemas"]["PersonId"];
            };
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted events, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mine first, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveViewRequest"];
            };
        };
        responses: {
            /** @description The view */
            201: {
                headers: {
                    /** @description Address of the view */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a saved view */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveViewRequest"];
            };
        };
        responses: {
            /** @description The view as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a saved view */
                viewId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What I chose; defaults for the rest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    putPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutPreferencesRequest"];
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The drafts of whoever asks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is a draft of */
                draftKey: components["schemas"]["DraftKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    /** @description Version of the draft */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description As `If-None-Match` names it */
            304: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    putDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the draft as you have it */
                "If-Match"?: string;
                /** @description Only where there is none yet */
                "If-None-Match"?: "*";
            };
            path: {
                /** @description What it is a draft of */
                draftKey: components["schemas"]["DraftKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutDraftRequest"];
            };
        };
        responses: {
            /** @description It is saved */
            200: {
                headers: {
                    /** @description Version of the draft */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftItem"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["too-many-drafts"];
            412: components["responses"]["draft-changed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    removeDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What it is a draft of */
                draftKey: components["schemas"]["DraftKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    findDuplicates: {
        parameters: {
            query?: never;
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindDuplicatesRequest"];
            };
        };
        responses: {
            /** @description The likeliest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossibleDuplicates"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    previewDeadline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewDeadlineRequest"];
            };
        };
        responses: {
            /** @description The last day, and how it was counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlinePreview"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listCaseMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mailbox, in its order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            409: components["responses"]["event-not-allowed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    sendCaseMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMessageRequest"];
            };
        };
        responses: {
            /** @description It is in the mailbox */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageNumber"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["event-not-allowed.texts-erased"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    followCases: {
        parameters: {
            query?: {
                /** @description A place in the journal; `Last-Event-ID` goes before it */
                after?: string;
            };
            header?: {
                /** @description `text/event-stream` to stay */
                Accept?: string;
                /** @description The last `id` you heard */
                "Last-Event-Id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happens, as it happens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those who work on it, without you */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePresence"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    keepPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceRequest"];
            };
        };
        responses: {
            /** @description Who else has it open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePresence"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    endPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Noted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listPresence: {
        parameters: {
            query: {
                /** @description Ids of cases, by commas; 100 at most */
                cases: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those who work on them, without you */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    createBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; they begin one batch */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            /** @description What it would come to, or the batch that runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed.not-batchable.idempotency-key-reused"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A batch of your own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listBatchItems: {
        parameters: {
            query?: {
                /** @description Only cases of which this became */
                status?: "waiting" | "done" | "skipped" | "failed" | "stopped";
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its cases, in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchItemList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    stopBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-closed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    retryBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-closed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    sendPortalReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Whatever is random and the same for each sending of one report: it makes one report */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalReportRequest"];
            };
        };
        responses: {
            /** @description The report is received */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalReceipt"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["already-sent.request-in-progress"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.overloaded"];
            default: components["responses"]["default"];
        };
    };
    openPortalSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalSessionRequest"];
            };
        };
        responses: {
            /** @description A token for 15 minutes, and the report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSession"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.overloaded"];
            default: components["responses"]["default"];
        };
    };
    sendPortalMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalMessageRequest"];
            };
        };
        responses: {
            /** @description It is in the mailbox of the case */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMessageSent"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["event-not-allowed.request-in-progress"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.overloaded"];
            default: components["responses"]["default"];
        };
    };
    showPortal: {
        parameters: {
            query?: {
                /** @description Language of the page */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    showReportForm: {
        parameters: {
            query?: {
                /** @description Language of the page */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    postReportForm: {
        parameters: {
            query?: {
                /** @description Language of the page */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PortalForm"];
            };
        };
        responses: {
            /** @description The next page */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    postReceiptForm: {
        parameters: {
            query?: {
                /** @description Language of the page */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PortalForm"];
            };
        };
        responses: {
            /** @description The next page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    showCodeForm: {
        parameters: {
            query?: {
                /** @description Language of the page */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    postCodeForm: {
        parameters: {
            query?: {
                /** @description Language of the page */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PortalForm"];
            };
        };
        responses: {
            /** @description The next page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    postMessageForm: {
        parameters: {
            query?: {
                /** @description Language of the page */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PortalForm"];
            };
        };
        responses: {
            /** @description The next page */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    readPortalStyle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSS */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    listIdentityRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRequestList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    requestIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityRequestBody"];
            };
        };
        responses: {
            /** @description The request, waiting for a decision */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRequest"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["nothing-sealed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    decideIdentityRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
                /** @description Identifier of a request to open an identity */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description The request as it was decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityRequest"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["request-closed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    openIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
                /** @description Identifier of a request to open an identity */
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identity */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedIdentity"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            409: components["responses"]["request-closed.nothing-sealed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountIdentitiesBody"];
            };
        };
        responses: {
            /** @description How many, of those you may know of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityCount"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listLegalHolds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The holds, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHoldList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    placeLegalHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalHoldBody"];
            };
        };
        responses: {
            /** @description The hold; it stands until it is released */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    releaseLegalHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
                /** @description Identifier of a legal hold */
                holdId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalHoldBody"];
            };
        };
        responses: {
            /** @description The hold, released */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["request-closed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listErasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposals, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    proposeErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureBody"];
            };
        };
        responses: {
            /** @description The proposal */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["erasure-blocked.nothing-sealed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    decideErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
                /** @description Identifier of an erasure */
                erasureId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description The erasure, done or refused */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["request-closed.erasure-blocked.nothing-sealed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    findConflicts: {
        parameters: {
            query: {
                /** @description The candidate */
                person: components["schemas"]["PersonId"];
            };
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The findings, bars first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listShutOuts: {
        parameters: {
            query?: {
                /** @description Of the family of this case only */
                case?: components["schemas"]["CaseId"];
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notices, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShutOutList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listRelations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person, as the directory of the body knows them; never a name */
                personId: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those in force first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    declareRelation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person, as the directory of the body knows them; never a name */
                personId: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareRelationRequest"];
            };
        };
        responses: {
            /** @description The relation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    endRelation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person, as the directory of the body knows them; never a name */
                personId: components["schemas"]["PersonId"];
                /** @description Identifier of a declared relation */
                relationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It counts no longer; that it was, is kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readCaseInterference: {
        parameters: {
            query?: {
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterferenceList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    reportInterference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportInterferenceRequest"];
            };
        };
        responses: {
            /** @description It is on record */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterferenceReceipt"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readInterference: {
        parameters: {
            query?: {
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterferenceList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listBreakGlass: {
        parameters: {
            query?: {
                /** @description Only what is open or waits for its review; `true` when absent */
                pending?: "true" | "false";
                /** @description How many at most in one page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits for its review first, then the newest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    breakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakGlassRequest"];
            };
        };
        responses: {
            /** @description The family is open to you */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlass"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    endBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a reading out of the ordinary */
                breakGlassId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It opens nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    reviewBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a reading out of the ordinary */
                breakGlassId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBreakGlassRequest"];
            };
        };
        responses: {
            /** @description With the review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlass"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["event-not-allowed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listFamilyDeadlines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its running clocks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyDeadlines"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listDeadlines: {
        parameters: {
            query?: {
                /** @description Only my own, or those of every case I may know of */
                mine?: "true" | "false";
                /** @description Due before this instant */
                before?: string;
                /** @description Whose last day is this day, in the time zone of the body */
                on?: string & (unknown & unknown);
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deadlines, what is due first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readDueDays: {
        parameters: {
            query?: {
                /** @description A month, `YYYY-MM` */
                month?: string;
                /** @description Only my own, or those of every case I may know of */
                mine?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days with what is due on them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueCalendar"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readCalendar: {
        parameters: {
            query?: {
                /** @description Language; by `Accept-Language` when absent */
                lang?: "zh" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar */
            200: {
                headers: {
                    /** @description Of its content */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar; charset=utf-8": string;
                };
            };
            /** @description As `If-None-Match` names it */
            304: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    createCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    revokeCalendarFeeds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None is left */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["foreign-page.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readCalendarYear: {
        parameters: {
            query?: {
                /** @description Identifier of a calendar; absent: that of the usual profile */
                calendar?: string;
            };
            header?: never;
            path: {
                /** @description Year of the calendar */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The year */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    previewCalendarYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Year of the calendar */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarPlanRequest"];
            };
        };
        responses: {
            /** @description Days that change, and clocks that would move */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarImpact"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    writeCalendarFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Year of the calendar */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarPlanRequest"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    /** @description Its name */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listAssessments: {
        parameters: {
            query?: never;
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rounds of sheets, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            409: components["responses"]["event-not-allowed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    keepAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepAssessmentRequest"];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["event-not-allowed.texts-erased"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    nameAssessors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameAssessorsRequest"];
            };
        };
        responses: {
            /** @description The round, and who assesses in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedAssessors"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["event-not-allowed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    submitAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Submitted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            409: components["responses"]["event-not-allowed.texts-erased"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listCasePapers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its papers, with number and hash */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    previewPapers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewPapersRequest"];
            };
        };
        responses: {
            /** @description The drafts, in the order they would be issued */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperPreviewList"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["event-not-allowed.texts-erased"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readPaperHtml: {
        parameters: {
            query?: {
                /** @description Language of the paper; Chinese counts */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path: {
                /** @description Identifier of a case */
                caseId: string;
                paperId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    /** @description SHA-256 of the bytes */
                    ETag?: string;
                    /** @description A name to save it under */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            /** @description As `If-None-Match` names it */
            304: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readPaperPdf: {
        parameters: {
            query?: {
                /** @description Language of the paper; Chinese counts */
                lang?: "zh" | "en";
            };
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path: {
                /** @description Identifier of a case */
                caseId: string;
                paperId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    /** @description SHA-256 of the bytes */
                    ETag?: string;
                    /** @description A name to save it under */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            /** @description As `If-None-Match` names it */
            304: {
                headers: {
                    /** @description Its version */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listCaseEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is kept of the files, with their hashes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    addEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description What is kept of it */
            201: {
                headers: {
                    /** @description Address of the file */
                    Location?: string;
                    /** @description SHA-256 of the file (RFC 9530) */
                    "Repr-Digest"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["event-not-allowed"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["storage-away.database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listEvidenceReadings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of a case */
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Downloads and looks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceReadingList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readEvidence: {
        parameters: {
            query?: {
                /** @description The file as it arrived, or the copy without metadata */
                copy?: "original" | "cleaned";
            };
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
                /** @description One range of bytes */
                Range?: string;
            };
            path: {
                /** @description Identifier of a case */
                caseId: string;
                /** @description Identifier of a file */
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, to be saved */
            200: {
                headers: {
                    /** @description A name to save it under, made of its id */
                    "Content-Disposition"?: string;
                    /** @description SHA-256 of the whole file (RFC 9530) */
                    "Repr-Digest"?: string;
                    /** @description That one range may be asked for */
                    "Accept-Ranges"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            416: components["responses"]["range-not-satisfiable"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["file-damaged.internal-error"];
            503: components["responses"]["storage-away.database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readFreeze: {
        parameters: {
            query?: never;
            header?: {
                /** @description What this is read or searched for; it is put on record with the reading */
                "X-Purpose"?: components["schemas"]["Purpose"];
            };
            path: {
                /** @description The person, as the directory of the body knows them; never a name */
                personId: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An answer for every action */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Freeze"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    queryJournal: {
        parameters: {
            query?: {
                /** @description Entries of this case only */
                case?: components["schemas"]["CaseId"];
                /** @description Pseudonym */
                actor?: string;
                /** @description One type, several by comma; `*` at the end or at the beginning stands for the rest */
                type?: string;
                /** @description Name of the procedure, as in `/api/v1/procedures` */
                procedure?: string;
                /** @description What became of it */
                outcome?: "accepted" | "refused" | "done";
                /** @description Not before this instant or day */
                from?: string;
                /** @description Before this instant, or not after this day */
                to?: string;
                /** @description The id of an entry or a case; otherwise exactly an actor, a type or a procedure */
                q?: string;
                /** @description Size of the log the answer is pinned to */
                size?: number;
                /** @description Oldest first, or newest first */
                order?: "asc" | "desc";
                /** @description How many at most in one page */
                limit?: number;
                /** @description From `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log */
            200: {
                headers: {
                    /** @description `rel="next"`, where there is a next page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countClarifications: {
        parameters: {
            query?: {
                /** @description Allegations opened not before this instant or day */
                from?: string;
                /** @description Allegations opened before this instant, or not after this day */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClarificationCoverage"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countToleranceReviews: {
        parameters: {
            query?: {
                /** @description Allegations opened not before this instant or day */
                from?: string;
                /** @description Allegations opened before this instant, or not after this day */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToleranceCoverage"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countOverview: {
        parameters: {
            query?: {
                /** @description The period begins at this instant or day; absent: 90 days before `to` */
                from?: string;
                /** @description It ends before this instant, or with this day; absent: now. At most 400 days after `from` */
                to?: string;
                /** @description Cases of this unit and of those below it; absent: of every unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewFigures"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countByMonth: {
        parameters: {
            query?: {
                /** @description The period begins at this instant or day; absent: 90 days before `to` */
                from?: string;
                /** @description It ends before this instant, or with this day; absent: now. At most 400 days after `from` */
                to?: string;
                /** @description Cases of this unit and of those below it; absent: of every unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by month */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthFigures"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countOpenCases: {
        parameters: {
            query?: {
                /** @description Cases of this unit and of those below it; absent: of every unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenCaseFigures"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countByUnit: {
        parameters: {
            query?: {
                /** @description The period begins at this instant or day; absent: 90 days before `to` */
                from?: string;
                /** @description It ends before this instant, or with this day; absent: now. At most 400 days after `from` */
                to?: string;
                /** @description Cases of this unit and of those below it; absent: of every unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PunctualityFigures"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countByClock: {
        parameters: {
            query?: {
                /** @description The period begins at this instant or day; absent: 90 days before `to` */
                from?: string;
                /** @description It ends before this instant, or with this day; absent: now. At most 400 days after `from` */
                to?: string;
                /** @description Cases of this unit and of those below it; absent: of every unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days by clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DurationFigures"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countByOutcome: {
        parameters: {
            query?: {
                /** @description The period begins at this instant or day; absent: 90 days before `to` */
                from?: string;
                /** @description It ends before this instant, or with this day; absent: now. At most 400 days after `from` */
                to?: string;
                /** @description Cases of this unit and of those below it; absent: of every unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by outcome */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeFigures"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countByForm: {
        parameters: {
            query?: {
                /** @description The period begins at this instant or day; absent: 90 days before `to` */
                from?: string;
                /** @description It ends before this instant, or with this day; absent: now. At most 400 days after `from` */
                to?: string;
                /** @description Cases of this unit and of those below it; absent: of every unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormFigures"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countByFactor: {
        parameters: {
            query?: {
                /** @description The period begins at this instant or day; absent: 90 days before `to` */
                from?: string;
                /** @description It ends before this instant, or with this day; absent: now. At most 400 days after `from` */
                to?: string;
                /** @description Cases of this unit and of those below it; absent: of every unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by factor and rating */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorFigures"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countDueDays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueCalendar"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    countLoads: {
        parameters: {
            query?: {
                /** @description Cases of this unit and of those below it; absent: of every unit */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by assignee */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadFigures"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its version, its database, what waits to be done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["System"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By identifier, the newest version first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readProfile: {
        parameters: {
            query?: {
                /** @description As it was under this hash; absent: as it is loaded */
                hash?: string;
            };
            header?: never;
            path: {
                /** @description Identifier of a policy profile */
                profileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    listProcedureVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name, as in `/api/v1/procedures` */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureVersionList"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    compareProcedureVersions: {
        parameters: {
            query: {
                /** @description A version of the procedure */
                from: number;
                /** @description Another one */
                to: number;
            };
            header?: never;
            path: {
                /** @description Name, as in `/api/v1/procedures` */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcedureDifference"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readSandboxClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instant clocks are judged by */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClock"];
                };
            };
            400: components["responses"]["bad-parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.second-factor-needed.password-change-needed"];
            409: components["responses"]["sandbox-only"];
            422: components["responses"]["validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    moveSandboxClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveClockRequest"];
            };
        };
        responses: {
            /** @description The instant after the move */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClock"];
                };
            };
            400: components["responses"]["bad-parameter.malformed-json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["not-permitted.foreign-page.second-factor-needed.password-change-needed"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["sandbox-only"];
            413: components["responses"]["too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["clock-not-forward.validation-failed"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["database-away.not-ready.overloaded"];
            default: components["responses"]["default"];
        };
    };
    readApiDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document you are reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    readApiPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    readApiPageFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name, as the page asks for it */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["bad-parameter"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
    readProblemPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `code` of the problem */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["bad-parameter"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["internal-error"];
            503: components["responses"]["overloaded"];
            default: components["responses"]["default"];
        };
    };
}
