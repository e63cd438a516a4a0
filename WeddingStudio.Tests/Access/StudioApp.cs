using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting.Doors.Rights;
using WeddingStudio.Web.Access;

namespace WeddingStudio.Tests.Access;

/// <summary>The whole studio on a real socket, with its data in a temporary folder.</summary>
public sealed class StudioApp : WebApplicationFactory<SetupCode>
{
    public const string Password = "aaaaaaaaaa";

    private readonly (string Key, string Value)[] _settings;
    private readonly ConditionalWeakTable<HttpClient, CookieContainer> _cookies = [];
    private readonly Action<IServiceCollection> _services = _ => { };

    /// <param name="settings">Over the usual ones, for example `Studio:Drawn:Photos`.</param>
    public StudioApp(params (string Key, string Value)[] settings)
        : this(null, settings)
    {
    }

    /// <param name="before">What lies in the data directory already, written into a database of the present schema.</param>
    /// <param name="settings">As above.</param>
    public StudioApp(Action<StudioPaths, StudioDb>? before, params (string Key, string Value)[] settings)
    {
        _settings = settings;
        if (before is not null)
            Prepare(before);
        UseKestrel(0);
        StartServer();
    }

    /// <param name="services">Registered after the studio's own.</param>
    public StudioApp(Action<IServiceCollection> services)
    {
        (_settings, _services) = ([], services);
        UseKestrel(0);
        StartServer();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("studio-app-").FullName;
    public string Url => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    public string SetupLink => $"{Url}/setup?code={Get<SetupCode>().Value}";
    public StudioStore Store => Get<StudioStore>();
    public StudioPaths Paths => Get<StudioPaths>();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A visitor with cookies of their own who does not follow redirects.</summary>
    public HttpClient Visitor() => Visitor(new CookieContainer());

    /// <summary>Somebody who got hold of all cookies that this visitor has now.</summary>
    public HttpClient CopyOf(HttpClient visitor)
    {
        var copied = new CookieContainer();
        copied.Add(_cookies.GetValue(visitor, _ => new CookieContainer()).GetAllCookies());
        return Visitor(copied);
    }

    private HttpClient Visitor(CookieContainer cookies)
    {
        var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies })
        {
            BaseAddress = new Uri(Url),
        };
        _cookies.Add(visitor, cookies);
        return visitor;
    }

    public async Task<string> AddUserAsync(string name, string role, params WeddingId[] weddingIds)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StudioUser>>();
        var user = new StudioUser { UserName = name };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        await users.AddToRoleAsync(user, role);
        await Store.WriteAsync(async db =>
        {
            db.AddRange(weddingIds.Select(id => new WeddingMember { WeddingId = id, UserId = user.Id }));
            await db.SaveChangesAsync();
        }, CancellationToken.None);
        return user.Id;
    }

    public async Task<HttpClient> SignedInAsync(string name)
    {
        var visitor = Visitor();
        var answer = await StaticForm.SendAsync(visitor, "/sign-in", ("Form.Name", name), ("Form.Password", Password));
        Assert.Equal("/", answer.Headers.Location?.PathAndQuery);
        return visitor;
    }

    /// <summary>A line of a window in which this user has just signed in.</summary>
    public async Task<HubConnection> HubAsync(string userId) =>
        await HubAsync(await Get<SignIns>().BeginAsync(userId, CancellationToken.None));

    public async Task<HubConnection> HubAsync(SignedIn who)
    {
        var hub = new HubConnectionBuilder().WithUrl($"{Url}/hub", options =>
            options.AccessTokenProvider = () => Task.FromResult<string?>(Get<StudioTokens>().Issue(who))).Build();
        await hub.StartAsync();
        return hub;
    }

    /// <summary>Everything that was logged, a line each, exceptions with their stack.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    private void Prepare(Action<StudioPaths, StudioDb> before)
    {
        var paths = new StudioPaths(Path.Combine(Folder, "data"));
        Directory.CreateDirectory(paths.DataDirectory);
        using var db = new StudioDb(new DbContextOptionsBuilder<StudioDb>()
            .UseSqlite($"Data Source={paths.Database};Pooling=False").Options);
        db.Database.Migrate();
        before(paths, db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(logging => logging.AddProvider(new Listener(Log)));
        builder.UseSetting("Studio:DataDirectory", Path.Combine(Folder, "data"));
        builder.UseSetting("Studio:ImportRoots:0", Folder);
        if (SharedFiles.Root is { } shared)
            builder.UseSetting("Studio:ModelsDirectory", Path.Combine(shared, "models"));
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);

        // Hashes are slow to hold up attackers, and half of what a studio of a test would do.
        builder.ConfigureServices(services => services.Configure<PasswordHasherOptions>(hashes => hashes.IterationCount = 1_000));
        builder.ConfigureServices(_services);
    }

    private sealed class Listener(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
        public void Dispose() { }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
