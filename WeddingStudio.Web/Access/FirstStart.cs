using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Web.Access;

/// <summary>Makes the two roles, says where everything is kept, and on a first start prints the link that makes the planner.</summary>
public sealed class FirstStart(IServiceScopeFactory scopes, SetupCode code, ServerAddress address, StudioPaths paths)
    : IHostedLifecycleService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>();
        foreach (var role in (string[])[StudioUser.PlannerRole, StudioUser.CoupleRole])
        {
            if (!await roles.RoleExistsAsync(role))
                await roles.CreateAsync(new IdentityRole(role));
        }
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var isSetUp = scope.ServiceProvider.GetRequiredService<SetupDesk>().HasPlanner;
        var link = isSetUp ? address.ForThisComputer : $"{address.ForThisComputer}/setup?code={code.Value}";
        await File.WriteAllTextAsync(paths.AddressFile, address.ForThisComputer, cancellationToken);
        Console.WriteLine($"Everything is kept in {paths.DataDirectory}");
        Console.WriteLine(Frame(isSetUp ? $"WeddingStudio is open at {link}" : $"Set up your studio: {link}"));
        BrowserOpener.TryOpen(link);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        File.Delete(paths.AddressFile);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Frame(string line)
    {
        var bar = new string('─', line.Length + 4);
        return $"╭{bar}╮\n│  {line}  │\n╰{bar}╯";
    }
}
