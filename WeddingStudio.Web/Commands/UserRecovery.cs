using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Hosting.Desks.Members;

namespace WeddingStudio.Web.Commands;

/// <summary>Reads and fixes the list of users on this computer's disk; whoever can do that owns the studio anyway.</summary>
internal sealed class UserRecovery(StudioStore store, PasswordLinks links, StudioPaths paths, StudioOptions options)
{
    private const string UsualAddress = "http://localhost:5187";

    public static async Task<int> RunAsync(string? named, Func<UserRecovery, Task<int>> work, CancellationToken ct)
    {
        await using var services = CommandServices.ForUsers(named);
        var paths = services.GetRequiredService<StudioPaths>();
        if (!File.Exists(paths.Database))
            throw new CommandException($"There is no studio in '{paths.DataDirectory}'. "
                + "Name its data directory, which it prints at every start: --data DIR");
        var store = services.GetRequiredService<StudioStore>();
        await store.OpenBesideAsync(ct);
        return await work(new UserRecovery(store, services.GetRequiredService<PasswordLinks>(), paths,
            services.GetRequiredService<IOptions<StudioOptions>>().Value));
    }

    public async Task<int> ListAsync(CancellationToken ct)
    {
        foreach (var user in await UsersAsync(ct))
            Console.WriteLine($"{user.Name}  {user.Role?.ToLowerInvariant()}");
        return StudioCommands.Done;
    }

    public async Task<int> ResetAsync(string name, CancellationToken ct)
    {
        var users = await UsersAsync(ct);
        var wanted = users.Find(u => string.Equals(u.Name, PlainName.Of(name), StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException($"Nobody is called '{PlainName.Of(name)}' here. "
                + $"Known: {(users.Count == 0 ? "nobody yet" : string.Join(", ", users.Select(u => u.Name)))}.");
        var link = await store.WriteAsync(async db =>
        {
            var made = await links.AddAsync(db, wanted.Id, PasswordLinks.ForConsole, ct);
            await db.SaveChangesAsync(ct);
            return made;
        }, ct);
        Console.WriteLine($"{wanted.Name} chooses a new password here, once, until {link.EndsAt.ToLocalTime():d MMMM, HH:mm}. "
            + "The old one works until then.");
        Console.WriteLine($"  {Address()}{link.Path}");
        if (!File.Exists(paths.AddressFile))
            Console.WriteLine("The studio does not seem to run: start it first.");
        return StudioCommands.Done;
    }

    /// <summary>Where the running studio said that it listens.</summary>
    private string Address()
    {
        if (options.PublicUrl.Length > 0)
            return options.PublicUrl.TrimEnd('/');
        return File.Exists(paths.AddressFile) ? File.ReadAllText(paths.AddressFile).Trim() : UsualAddress;
    }

    private Task<List<KnownUser>> UsersAsync(CancellationToken ct) => store.ReadAsync(db => (
        from user in db.Users
        orderby user.UserName
        select new KnownUser(user.Id, user.UserName!, db.UserRoles.Where(r => r.UserId == user.Id)
            .Join(db.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name).FirstOrDefault())).ToListAsync(ct), ct);

    private sealed record KnownUser(string Id, string Name, string? Role);
}
